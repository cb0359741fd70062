using static TypedTensors.Ops;

namespace TypedTensors.Tests.Declarations;

/// <content>Further functions of elements.</content>
internal static partial class OperationSamples
{
    private static Dictionary<string, Func<Random, Sample>> Functions => new()
    {
        ["Abs"] = One(Abs),
        ["Sign"] = One(Sign),
        ["Square"] = One(Square),
        ["ReciprocalSqrt"] = One(ReciprocalSqrt),
        ["Reciprocal"] = One(Reciprocal),
        ["ExpM1"] = One(ExpM1),
        ["LogP1"] = One(LogP1),
        ["Log2"] = One(Log2),
        ["Log10"] = One(Log10),
        ["Sin"] = One(Sin),
        ["Cos"] = One(Cos),
        ["Tan"] = One(Tan),
        ["Asin"] = One(Asin),
        ["Acos"] = One(Acos),
        ["Atan"] = One(Atan),
        ["Sinh"] = One(Sinh),
        ["Cosh"] = One(Cosh),
        ["Silu"] = One(Silu),
        ["Erf"] = One(Erf),
        ["Gelu"] = One(Gelu),
        ["GeluTanh"] = One(GeluTanh),
        ["Ceiling"] = One(Ceiling),
        ["Floor"] = One(Floor),
        ["Round"] = One(Round),
        ["Truncate"] = One(Truncate),
        ["IsNaN"] = One(IsNaN),
        ["Cast"] = One(x => Cast<double, float>(x)),
        ["Maximum"] = Two(Maximum),
        ["Minimum"] = Two(Minimum),
        ["Atan2"] = Two(Atan2),
        ["Remainder"] = Two(Remainder),
        ["FloorDivide"] = Two(FloorDivide),
        ["ClampMin"] = Two(ClampMin),
        ["ClampMax"] = Two(ClampMax),
        ["LeakyRelu"] = Two(LeakyRelu),
        ["Elu"] = Two(Elu),
        ["Clamp"] = Three(Clamp),
        ["Softplus"] = Three((x, beta, threshold) => Softplus(x, beta, threshold), isSmoothInThird: false),
        ["TrueDivide"] = Pair<int>((left, right) => TrueDivide<int, float>(left, right)),
        ["LogicalAnd"] = Pair<bool>(LogicalAnd),
        ["LogicalOr"] = Pair<bool>(LogicalOr),
        ["LogicalXor"] = Pair<bool>(LogicalXor),
        ["LogicalNot"] = random =>
        {
            Tensor<bool> x = Tensor.Zeros<bool>(Sizes(random));
            return new([x], () => LogicalNot(x));
        },
    };

    private static Func<Random, Sample> Three(Func<Tensor<double>, Tensor<double>, Tensor<double>, Tensor> function, bool isSmoothInThird = true) => random =>
    {
        int[] sizes = Sizes(random);
        Tensor<double> first = Leaf(sizes), second = Leaf(Alter(random, sizes)), third = Tensor.Ones<double>(Alter(random, sizes));
        if (isSmoothInThird)
            third.RequireGrad();
        return new([first, second, third], () => function(first, second, third));
    };

    private static Func<Random, Sample> Pair<T>(Func<Tensor<T>, Tensor<T>, Tensor> function)
        where T : unmanaged => random =>
    {
        int[] sizes = Sizes(random);
        Tensor<T> left = Tensor.Full(One<T>(), sizes), right = Tensor.Full(One<T>(), Alter(random, sizes));
        return new([left, right], () => function(left, right));

        static TElement One<TElement>()
            where TElement : unmanaged => Tensor.Scalar(1).To<TElement>().Item();
    };
}
