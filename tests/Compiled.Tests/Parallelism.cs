// Whether members run on the tape is a setting of the process, which the mass test changes.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
