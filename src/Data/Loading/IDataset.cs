namespace TypedTensors.Data;

/// <summary>Examples and their targets, of which a <see cref="DataLoader{TX, TY}"/> makes batches.</summary>
/// <typeparam name="TX">The element type of the examples.</typeparam>
/// <typeparam name="TY">The element type of the targets.</typeparam>
public interface IDataset<TX, TY>
    where TX : unmanaged
    where TY : unmanaged
{
    /// <summary>The number of examples.</summary>
    int Count { get; }

    /// <summary>Some of the examples with their targets, as tensors of their own. A loader with workers calls it from several threads.</summary>
    /// <param name="rows">Which examples, in the order that is wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    (Tensor<TX> X, Tensor<TY> Y) Select(ReadOnlySpan<int> rows);
}
