// The part of signal handling that must not be Swift: a handler may interrupt anything, the allocator included. And
// functions that C libraries only declare when they are asked for more than the standards.
#define _GNU_SOURCE
#include "CEventLoop.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static volatile sig_atomic_t signal_descriptor = -1;
static struct sigaction previous[128];

static void write_number(int signal) {
    int saved = errno;
    unsigned char number = (unsigned char)signal;
    // A full pipe loses the signal; the kernel itself keeps only one of each kind.
    if (signal_descriptor >= 0) (void)!write(signal_descriptor, &number, 1);
    errno = saved;
}

void event_loop_signals_to(int descriptor) { signal_descriptor = descriptor; }

int event_loop_catch_signal(int signal) {
    if (signal <= 0 || signal >= 128) return EINVAL;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = write_number;
    action.sa_flags = SA_RESTART;
    sigfillset(&action.sa_mask);
    return sigaction(signal, &action, &previous[signal]) == 0 ? 0 : errno;
}

int event_loop_restore_signal(int signal) {
    if (signal <= 0 || signal >= 128) return EINVAL;
    return sigaction(signal, &previous[signal], NULL) == 0 ? 0 : errno;
}

int event_loop_spawn_in_folder(posix_spawn_file_actions_t *actions, const char *path) {
    return posix_spawn_file_actions_addchdir_np(actions, path);
}

#if defined(__linux__)

int event_loop_accept(int listener, void *address, void *length) {
    return accept4(listener, address, length, SOCK_CLOEXEC | SOCK_NONBLOCK);
}

int event_loop_is_terminal_master(int descriptor) {
    char name[128];
    return ptsname_r(descriptor, name, sizeof name) == 0;
}

#endif
