namespace TypedTensors.Tests.Operations;

/// <content>Operations that combine the elements along dimensions.</content>
public sealed partial class AllocationTests
{
    private static Dictionary<string, Action[]> ReductionCases => new()
    {
        ["Min"] = Reductions((dim, keepDims) => new MinOperation<float>(dim, keepDims)),
        ["Prod"] =
        [
            .. Reductions((dim, keepDims) => new ProdOperation<float>(dim, keepDims)),
            One(new ProdOperation<float>([0], false), Tensor.Zeros<float>(3, 5)),
            Forward<ProdOfIntegersOperation, int, long>(new ProdOfIntegersOperation([0], keepDims: false), Tensor.Ones<int>(3, 40)),
        ],
        ["All"] = [.. from dim in (int[][])[[], [0], [1]] select Forward<AllOperation, bool, bool>(new(dim, keepDims: false), Tensor.Full(true, 3, 40))],
        ["Any"] = [.. from dim in (int[][])[[], [0], [1]] select Forward<AnyOperation, bool, bool>(new(dim, keepDims: false), Tensor.Full(true, 3, 40))],
        ["ArgMax"] = [.. from dim in (int?[])[null, 0, 1] from x in Matrices() select Forward<ArgMaxOperation<float>, float, long>(new(dim, keepDims: false), x)],
        ["ArgMin"] = [.. from dim in (int?[])[null, 0, 1] from x in Matrices() select Forward<ArgMinOperation<float>, float, long>(new(dim, keepDims: false), x)],
        ["CumSum"] =
        [
            .. from dim in (int[])[0, 1, 2] from x in Rows() select One(new CumSumOperation<float>(dim), x),
            Forward<CumSumOfIntegersOperation, int, long>(new(0), Tensor.Ones<int>(3, 40)),
        ],
        ["CumProd"] =
        [
            .. from dim in (int[])[0, 1, 2] from x in Rows() select One(new CumProdOperation<float>(dim), x),
            Forward<CumProdOfIntegersOperation, int, long>(new(1), Tensor.Ones<int>(3, 40)),
        ],
        ["Var"] = Reductions((dim, keepDims) => new VarOperation<float>(dim, keepDims, 1)),
        ["Std"] = Reductions((dim, keepDims) => new StdOperation<float>(dim, keepDims, 1)),
        ["LogSumExp"] = Reductions((dim, keepDims) => new LogSumExpOperation<float>(dim, keepDims)),
        ["Norm"] =
        [
            .. from p in (double[])[0, 1, 2, 3, double.PositiveInfinity, double.NegativeInfinity]
               from run in Reductions((dim, keepDims) => new NormOperation<float>(p, dim, keepDims))
               select run,
        ],
    };

    private static Tensor<float>[] Matrices() => [Random(5, 37), Random(37, 5).T];

    private static Action Forward<TOperation, T, TResult>(TOperation operation, Tensor<T> x)
        where TOperation : struct, IOperation<T, TResult>
        where T : unmanaged
        where TResult : unmanaged
    {
        Tensor<TResult> result = Tensor.Zeros<TResult>(operation.ResultShape(x.Shape).Sizes);
        return () => operation.Forward(x.View, result.View);
    }
}
