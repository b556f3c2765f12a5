// What the event loop needs from the kernel and Swift's own modules of C do not show: epoll and its relatives, which
// the module map of glibc leaves out, and system calls that C libraries of some ages do not wrap.
#ifndef C_EVENT_LOOP_H
#define C_EVENT_LOOP_H

// Makes `signal` write its number, one byte, to the descriptor set by event_loop_signals_to, and keeps what was done
// with it before in `previous` of event_loop_restore_signal. Zero, or an error number.
int event_loop_catch_signal(int signal);
int event_loop_restore_signal(int signal);
void event_loop_signals_to(int descriptor);

#include <spawn.h>

// Makes a child start in another folder. Zero, or an error number.
int event_loop_spawn_in_folder(posix_spawn_file_actions_t *actions, const char *path);

#if defined(__linux__)

#include <errno.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

// As numbers, because some C libraries have an enum here and others macros.
static const uint32_t event_loop_read = EPOLLIN | EPOLLRDHUP;
static const uint32_t event_loop_write = EPOLLOUT;
static const uint32_t event_loop_failure = EPOLLERR | EPOLLHUP;

// A descriptor that is readable once somebody has written to it; it wakes the loop.
static inline int event_loop_waker(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

static inline int event_loop_epoll(void) { return epoll_create1(EPOLL_CLOEXEC); }

// epoll_wait with a time-out in nanoseconds; negative means none. Kernels before 5.11 get whole milliseconds, rounded
// up, so that a wait never ends before its time.
static inline int event_loop_epoll_wait(int epoll, struct epoll_event *events, int capacity, int64_t nanoseconds) {
#if defined(SYS_epoll_pwait2)
    struct { int64_t seconds, nanoseconds; } limit = {nanoseconds / 1000000000, nanoseconds % 1000000000};
    long count = syscall(SYS_epoll_pwait2, epoll, events, capacity, nanoseconds < 0 ? NULL : &limit, NULL, 0);
    if (count >= 0 || errno != ENOSYS) return (int)count;
#endif
    if (nanoseconds < 0) return epoll_wait(epoll, events, capacity, -1);
    int64_t milliseconds = nanoseconds / 1000000 + (nanoseconds % 1000000 != 0);
    return epoll_wait(epoll, events, capacity, milliseconds > INT32_MAX ? INT32_MAX : (int)milliseconds);
}

// accept: takes a connection that neither blocks nor is inherited by programs that are started. Without the types of
// sys/socket.h, which would then belong to this module and no longer to the C library's.
int event_loop_accept(int listener, void *address, void *length);

// Whether the descriptor is the side of a pseudo-terminal that plays the terminal.
int event_loop_is_terminal_master(int descriptor);

// A descriptor that is readable once the process has ended; -1 and errno on kernels before 5.3.
static inline int event_loop_process(pid_t process) {
#if defined(SYS_pidfd_open)
    return (int)syscall(SYS_pidfd_open, process, 0);
#else
    errno = ENOSYS;
    return -1;
#endif
}

#endif
#endif
