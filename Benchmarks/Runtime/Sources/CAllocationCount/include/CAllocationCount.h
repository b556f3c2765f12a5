/// Counts the allocations of this process, all threads together, while it is told to.

#ifndef C_ALLOCATION_COUNT_H
#define C_ALLOCATION_COUNT_H

/// Starts counting at zero.
void allocation_count_start(void);

/// Stops counting.
/// Returns the number of allocations since the start, or -1 on systems whose allocator cannot be watched from here.
long allocation_count_stop(void);

#endif
