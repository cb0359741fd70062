using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Conversions;

public sealed class CastTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a fraction is cut off", () => Tensor.From([1.9, -1.9, 0.5]).To<int>(), [3], 1, -1, 0),
        Value("integers to floating point", () => Cast<int, float>(Tensor.From([1, -2])), [2], 1f, -2f),
        Value("to fewer bits", () => Tensor.From([0.1, 1e300]).To<float>(), [2], 0.1f, float.PositiveInfinity),
        Value("beyond an integer's range its nearest end", () => Tensor.From([1e20, -1e20, double.NaN]).To<int>(), [3], int.MaxValue, int.MinValue, 0),
        Value("integers keep their low bits", () => Tensor.From([300, -1]).To<byte>(), [2], (byte)44, (byte)255),
        Value("half precision", () => Tensor.From([0.1f, 70000f]).To<Half>(), [2], (Half)0.1f, Half.PositiveInfinity),
        Value("the same type is a copy", () => Tensor.From([1.5, 2.5]).To<double>(), [2], 1.5, 2.5),
        Value("truth values are 1 and 0", () => Tensor.From([true, false]).To<float>(), [2], 1f, 0f),
        Value("every number but 0 is true", () => Tensor.From([0.0, -0.0, 0.5, double.NaN]).To<bool>(), [4], false, false, true, true),
        Value("truth values stay", () => Tensor.From([true, false]).To<bool>(), [2], true, false),
        Value("strided", () => Tensor.From(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).T.To<double>(), [3, 2], 1, 4, 2, 5, 3, 6),
        Value("a scalar", () => Tensor.Scalar(2.5f).To<long>(), [], 2L),
        Value("nothing", () => Tensor.Zeros<int>(0, 3).To<float>(), [0, 3]),
        Gradient("the same type", x => Cast<double, double>(x[0]), -2, 2, [2, 3]),
        GradientValue("through another precision", x => x.To<float>().To<double>() * Tensor.From([1.0, 2.0]), [0.5, 0.25], 1, 2),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void OtherElementTypesAreRefused() =>
        Assert.Equal("Cast: there is no conversion from Decimal to Single elements.", Assert.Throws<NotSupportedException>(() => Tensor.From([1m]).To<float>()).Message);

    [Fact]
    public void AnIntegerResultHasNoGradient() => Assert.Null(((Tensor)Tensor.From([1.5]).RequireGrad().To<int>()).History);
}
