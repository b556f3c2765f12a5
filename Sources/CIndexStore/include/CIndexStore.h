// The part of libIndexStore's C interface that is used here, declared anew: the library is found and loaded at run
// time, so that a machine without it is no worse off.

#ifndef C_INDEX_STORE_H
#define C_INDEX_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Text that belongs to the library and is not ended by a zero.
typedef struct {
    const char *data;
    size_t length;
} index_text;

// Everything that the library hands out is a pointer that only the library looks into.
typedef struct {
    void *(*store_create)(const char *path, void **error);
    void (*store_dispose)(void *store);
    bool (*store_units)(void *store, unsigned sorted, void *context, bool (*visit)(void *context, index_text name));

    void *(*unit_create)(void *store, const char *name, void **error);
    void (*unit_dispose)(void *unit);
    bool (*unit_is_system)(void *unit);
    bool (*unit_has_main_file)(void *unit);
    index_text (*unit_main_file)(void *unit);
    index_text (*unit_working_directory)(void *unit);
    void (*unit_time)(void *unit, int64_t *seconds, int64_t *nanoseconds);
    bool (*unit_dependencies)(void *unit, void *context, bool (*visit)(void *context, void *dependency));

    unsigned (*dependency_kind)(void *dependency);
    index_text (*dependency_file)(void *dependency);
    index_text (*dependency_name)(void *dependency);

    void *(*record_create)(void *store, const char *name, void **error);
    void (*record_dispose)(void *record);
    bool (*record_occurrences)(void *record, void *context, bool (*visit)(void *context, void *occurrence));

    void *(*occurrence_symbol)(void *occurrence);
    uint64_t (*occurrence_roles)(void *occurrence);
    void (*occurrence_place)(void *occurrence, unsigned *line, unsigned *column);
    bool (*occurrence_relations)(void *occurrence, void *context, bool (*visit)(void *context, void *relation));

    uint64_t (*relation_roles)(void *relation);
    void *(*relation_symbol)(void *relation);

    unsigned (*symbol_kind)(void *symbol);
    uint64_t (*symbol_properties)(void *symbol);
    index_text (*symbol_name)(void *symbol);
    index_text (*symbol_usr)(void *symbol);

    void (*error_dispose)(void *error);
} index_library;

// Loads the library; false, and nothing is usable, when it is not there or lacks a function.
bool index_library_open(const char *path, index_library *library);

#endif
