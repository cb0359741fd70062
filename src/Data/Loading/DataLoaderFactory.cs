namespace TypedTensors.Data;

/// <summary>Creates loaders without naming the element types.</summary>
public static class DataLoader
{
    /// <summary>A loader of examples and their targets.</summary>
    /// <typeparam name="TX">The element type of the examples.</typeparam>
    /// <typeparam name="TY">The element type of the targets.</typeparam>
    /// <param name="x">The examples, one for each index of the first dimension.</param>
    /// <param name="y">The targets, as many.</param>
    /// <param name="batchSize">How many examples a batch has.</param>
    /// <param name="shuffleSeed">What the order is drawn from; null keeps the order of the data set.</param>
    /// <param name="dropLast">Whether to leave out a last batch that would be shorter than the others.</param>
    /// <param name="workers">How many batches are prepared ahead by other threads while one is used.</param>
    /// <exception cref="ShapeException">One of the two is a scalar, or their first dimensions differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is not positive, or the number of workers is negative.</exception>
    public static DataLoader<TX, TY> Create<TX, TY>(
        [Shape("n", "...x")] Tensor<TX> x, [Shape("n", "...y")] Tensor<TY> y, int batchSize, int? shuffleSeed = null, bool dropLast = false,
        int workers = 0)
        where TX : unmanaged
        where TY : unmanaged => new(new TensorDataset<TX, TY>(x, y), batchSize, shuffleSeed, dropLast, workers);

    /// <summary>A loader of a data set.</summary>
    /// <typeparam name="TX">The element type of the examples.</typeparam>
    /// <typeparam name="TY">The element type of the targets.</typeparam>
    /// <param name="dataset">The data set.</param>
    /// <param name="batchSize">How many examples a batch has.</param>
    /// <param name="shuffleSeed">What the order is drawn from; null keeps the order of the data set.</param>
    /// <param name="dropLast">Whether to leave out a last batch that would be shorter than the others.</param>
    /// <param name="workers">How many batches are prepared ahead by other threads while one is used.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is not positive, or the number of workers is negative.</exception>
    public static DataLoader<TX, TY> Create<TX, TY>(IDataset<TX, TY> dataset, int batchSize, int? shuffleSeed = null, bool dropLast = false, int workers = 0)
        where TX : unmanaged
        where TY : unmanaged => new(dataset, batchSize, shuffleSeed, dropLast, workers);
}
