/// Prints the trace of one run, for a test that compares the traces of several processes.
print(try surfaceTrace(seed: CommandLine.arguments.dropFirst().first.flatMap { UInt64($0) }))
