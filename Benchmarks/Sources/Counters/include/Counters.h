#ifndef COUNTERS_H
#define COUNTERS_H

/// Opens a counter of the instructions that this thread runs in user space; -1 where there is none.
int counters_open_instructions(void);
/// The instructions since the counter was opened; -1 on failure.
long long counters_read(int counter);
void counters_close(int counter);

#endif
