using System.Reflection;
using TypedTensors.Compilation;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Tests.Support;

namespace TypedTensors.Tests.Operations;

/// <summary>Once the buffers of the thread have grown, no implementation of an operation allocates, forward or back.</summary>
public sealed partial class AllocationTests
{
    private static readonly Tensor<float> Scalar = Tensor.Scalar(1f);

    private static readonly Dictionary<string, Action[]> Cases = new([.. CoreCases, .. StructureCases, .. FunctionCases, .. ReductionCases, .. ProductCases, .. ConvolutionCases, .. SortingCases, .. LossCases, .. NormalizationCases, .. AttentionCases]);

    private static Dictionary<string, Action[]> CoreCases => new()
    {
        ["Exp"] = Unary<ExpFunction<float>>(),
        ["Log"] = Unary<LogFunction<float>>(),
        ["Negate"] = Unary<NegateFunction<float>>(),
        ["Relu"] = Unary<ReluFunction<float>>(),
        ["Sigmoid"] = Unary<SigmoidFunction<float>>(),
        ["Sqrt"] = Unary<SqrtFunction<float>>(),
        ["Tanh"] = Unary<TanhFunction<float>>(),
        ["Add"] = Binary<AddFunction<float>>(),
        ["Subtract"] = Binary<SubtractFunction<float>>(),
        ["Multiply"] = Binary<MultiplyFunction<float>>(),
        ["Divide"] = Binary<DivideFunction<float>>(),
        ["Power"] = Binary<PowerFunction<float>>(),
        ["Eq"] = Predicate<EqPredicate<float>>(),
        ["Ne"] = Predicate<NePredicate<float>>(),
        ["Less"] = Predicate<LessPredicate<float>>(),
        ["LessOrEqual"] = Predicate<LessOrEqualPredicate<float>>(),
        ["Greater"] = Predicate<GreaterPredicate<float>>(),
        ["GreaterOrEqual"] = Predicate<GreaterOrEqualPredicate<float>>(),
        ["Clone"] = [One<CloneOperation<float>>(default, Random(5, 37)), One<CloneOperation<float>>(default, Random(5, 37).T)],
        ["Sum"] =
        [
            .. Reductions((dim, keepDims) => new SumOperation<float>(dim, keepDims)),
            SumOfIntegers([0]), SumOfIntegers([]),
        ],
        ["Mean"] = Reductions((dim, keepDims) => new MeanOperation<float>(dim, keepDims)),
        ["Max"] = Reductions((dim, keepDims) => new MaxOperation<float>(dim, keepDims)),
        ["Softmax"] = [.. from dim in (int[])[0, 1, 2] from x in Rows() select One(new SoftmaxOperation<float>(dim), x)],
        ["LogSoftmax"] = [.. from dim in (int[])[0, 1, 2] from x in Rows() select One(new LogSoftmaxOperation<float>(dim), x)],
        ["MatMul"] =
        [
            MatMul(Random(33, 65), Random(65, 17)), MatMul(Random(65, 33).T, Random(17, 65).T), MatMul(Random(65), Random(65, 17)),
            MatMul(Random(3, 1, 5, 6), Random(2, 6, 4)), MatMul(Random(3, 5, 6), Random(6)),
        ],
        ["Where"] = [Where([4, 37], [4, 37]), Where([4, 1], [37]), Where([], [4, 37])],
        ["Cat"] = [Joined(new CatOperation<float>(1), [5, 4])],
        ["Stack"] = [Joined(new StackOperation<float>(-1), [5, 2, 2])],
    };

    public static TheoryData<string> Names =>
    [
        .. from method in typeof(Ops).GetMethods()
           let declaration = method.GetCustomAttribute<OperationAttribute>()
           where declaration is not null && !declaration.Implementation.IsAssignableTo(typeof(IViewOperation))
           select method.Name,
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingIsAllocated(string operation)
    {
        foreach (Action run in Cases[operation])
            NoAllocation.Check(run);
    }

    private static Action[] Unary<TFunction>()
        where TFunction : struct, IUnaryFunction<float>
    {
        Tensor<float> result = Random(4, 37);
        return Array.ConvertAll<Tensor<float>, Action>([Random(4, 37), Random(37, 4).T], x => () =>
        {
            ElementwiseDriver.Run<UnaryForward<TFunction, float>, float, float, float>(x.View, default, default, default, result.View);
            ElementwiseDriver.Run<UnaryPullback<TFunction, float>, float, float, float>(x.View, x.View, default, default, result.View);
        });
    }

    private static Action[] Binary<TFunction>()
        where TFunction : struct, IBinaryFunction<float>
    {
        (Tensor<float> x, Tensor<float> result) = (Random(4, 37), Random(4, 37));
        return Array.ConvertAll<Tensor<float>, Action>([Random(4, 37), Random(37, 4).T, Random(37), Random(4, 1), Scalar], y => () =>
        {
            ElementwiseDriver.Run<BinaryForward<TFunction, float>, float, float, float>(x.View, y.View, default, default, result.View);
            ElementwiseDriver.Run<LeftPullback<TFunction, float>, float, float, float>(x.View, x.View, y.View, default, result.View);
            ElementwiseDriver.Run<RightPullback<TFunction, float>, float, float, float>(x.View, x.View, y.View, default, result.View);
            CompiledCode.SumTo(result.View, y.IsContiguous ? y.View : x.View);
        });
    }

    private static Action[] Predicate<TPredicate>()
        where TPredicate : struct, IPredicate<float>
    {
        (Tensor<float> x, Tensor<bool> result) = (Random(4, 37), Tensor.Zeros<bool>(4, 37));
        return Array.ConvertAll<Tensor<float>, Action>([Random(4, 37), Random(37)], y => () =>
            ElementwiseDriver.Run<Comparison<TPredicate, float>, float, float, bool>(x.View, y.View, default, default, result.View));
    }

    private static Action One<TOperation>(TOperation operation, Tensor<float> x)
        where TOperation : struct, IOperation<float, float>
    {
        Tensor<float> result = Tensor.Zeros<float>(operation.ResultShape(x.Shape).Sizes);
        (Tensor<float> cotangent, Tensor<float> gradient) = (Random(result.Shape.Sizes), Tensor.Zeros<float>(x.Shape.Sizes));
        return () =>
        {
            operation.Forward(x.View, result.View);
            operation.Pullback(cotangent.View, x.View, result.View, gradient.View);
        };
    }

    private static Action Two<TOperation, TRight>(TOperation operation, Tensor<float> left, Tensor<TRight> right, Tensor<TRight>? rightGradient)
        where TOperation : struct, IOperation<float, TRight, float>
        where TRight : unmanaged
    {
        Tensor<float> result = Tensor.Zeros<float>(operation.ResultShape(left.Shape, right.Shape).Sizes);
        (Tensor<float> cotangent, Tensor<float> leftGradient) = (Random(result.Shape.Sizes), Tensor.Zeros<float>(left.Shape.Sizes));
        return () =>
        {
            operation.Forward(left.View, right.View, result.View);
            TensorView<TRight> wanted = rightGradient is null ? default : rightGradient.View;
            operation.Pullback(cotangent.View, left.View, right.View, result.View, leftGradient.View, wanted);
        };
    }

    private static Action[] Reductions<TOperation>(Func<int[], bool, TOperation> operation)
        where TOperation : struct, IOperation<float, float> =>
        [.. from dim in (int[][])[[], [0], [-1], [0, 2]] from x in Rows() select One(operation(dim, dim.Length == 1), x)];

    private static Action SumOfIntegers(int[] dim)
    {
        SumOfIntegersOperation operation = new(dim, keepDims: false);
        Tensor<int> x = Tensor.Ones<int>(3, 40);
        Tensor<long> result = Tensor.Zeros<long>(operation.ResultShape(x.Shape).Sizes);
        return () => operation.Forward(x.View, result.View);
    }

    private static Action CrossEntropy(Tensor<float> logits, int[] positions)
    {
        CrossEntropyOperation<float, int> operation = default;
        Tensor<int> target = Tensor.Ones<int>(positions);
        (Tensor<float> result, Tensor<float> gradient) = (Tensor.Scalar(0f), Tensor.Zeros<float>(logits.Shape.Sizes));
        Action separately = Two(operation, logits, target, null);
        return () =>
        {
            separately();
            operation.ForwardAndGradient(logits.View, target.View, result.View, gradient.View);
        };
    }

    private static Action MatMul(Tensor<float> left, Tensor<float> right) =>
        Two(default(MatMulOperation<float>), left, right, Tensor.Zeros<float>(right.Shape.Sizes));

    private static Action Where(int[] aSizes, int[] bSizes)
    {
        WhereOperation<float> operation = default;
        (Tensor<float> a, Tensor<float> b) = (Random(aSizes), Random(bSizes));
        Tensor<bool> condition = Tensor.Full(true, 4, 37);
        (Tensor<float> result, Tensor<float> cotangent) = (Random(4, 37), Random(4, 37));
        return () =>
        {
            operation.Forward(condition.View, a.View, b.View, result.View);
            operation.Pullback(cotangent.View, condition.View, default, default, default, default, a.View, b.View);
        };
    }

    private static Action Joined<TOperation>(TOperation operation, int[] resultSizes)
        where TOperation : struct, IListOperation<float, float>
    {
        Tensor<float>[] parts = [Random(5, 2), Random(2, 5).T];
        Tensor<float>[] gradients = [Random(5, 2), Random(5, 2)];
        Shape[] shapes = Array.ConvertAll(parts, part => part.Shape);
        (Tensor<float> result, Tensor<float> cotangent) = (Random(resultSizes), Random(resultSizes));
        return () =>
        {
            operation.Forward(new TensorViewList<float>(parts), result.View);
            operation.Pullback(cotangent.View, shapes, default, default, new TensorViewList<float>(gradients));
        };
    }

    private static Tensor<float>[] Rows() => [Random(3, 5, 40), Random(40, 5, 3).Permute(2, 1, 0)];

    private static Tensor<float> Random(params ReadOnlySpan<int> sizes)
    {
        var random = new Random(1);
        float[] values = new float[new Shape(sizes).ElementCount];
        for (int i = 0; i < values.Length; i++)
            values[i] = 0.5f + random.NextSingle();
        return Tensor.From(values, sizes);
    }
}
