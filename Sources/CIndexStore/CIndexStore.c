#include "CIndexStore.h"

#include <dlfcn.h>
#include <string.h>

// POSIX promises that a pointer from dlsym may be used as a function; C does not, hence the copy.
static bool find(void *handle, const char *name, void *function) {
    void *address = dlsym(handle, name);
    if (address == NULL) return false;
    memcpy(function, &address, sizeof address);
    return true;
}

bool index_library_open(const char *path, index_library *library) {
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) return false;
    index_library *l = library;
    return find(handle, "indexstore_store_create", &l->store_create)
        && find(handle, "indexstore_store_dispose", &l->store_dispose)
        && find(handle, "indexstore_store_units_apply_f", &l->store_units)
        && find(handle, "indexstore_unit_reader_create", &l->unit_create)
        && find(handle, "indexstore_unit_reader_dispose", &l->unit_dispose)
        && find(handle, "indexstore_unit_reader_is_system_unit", &l->unit_is_system)
        && find(handle, "indexstore_unit_reader_has_main_file", &l->unit_has_main_file)
        && find(handle, "indexstore_unit_reader_get_main_file", &l->unit_main_file)
        && find(handle, "indexstore_unit_reader_get_working_dir", &l->unit_working_directory)
        && find(handle, "indexstore_unit_reader_get_modification_time", &l->unit_time)
        && find(handle, "indexstore_unit_reader_dependencies_apply_f", &l->unit_dependencies)
        && find(handle, "indexstore_unit_dependency_get_kind", &l->dependency_kind)
        && find(handle, "indexstore_unit_dependency_get_filepath", &l->dependency_file)
        && find(handle, "indexstore_unit_dependency_get_name", &l->dependency_name)
        && find(handle, "indexstore_record_reader_create", &l->record_create)
        && find(handle, "indexstore_record_reader_dispose", &l->record_dispose)
        && find(handle, "indexstore_record_reader_occurrences_apply_f", &l->record_occurrences)
        && find(handle, "indexstore_occurrence_get_symbol", &l->occurrence_symbol)
        && find(handle, "indexstore_occurrence_get_roles", &l->occurrence_roles)
        && find(handle, "indexstore_occurrence_get_line_col", &l->occurrence_place)
        && find(handle, "indexstore_occurrence_relations_apply_f", &l->occurrence_relations)
        && find(handle, "indexstore_symbol_relation_get_roles", &l->relation_roles)
        && find(handle, "indexstore_symbol_relation_get_symbol", &l->relation_symbol)
        && find(handle, "indexstore_symbol_get_kind", &l->symbol_kind)
        && find(handle, "indexstore_symbol_get_properties", &l->symbol_properties)
        && find(handle, "indexstore_symbol_get_name", &l->symbol_name)
        && find(handle, "indexstore_symbol_get_usr", &l->symbol_usr)
        && find(handle, "indexstore_error_dispose", &l->error_dispose);
}
