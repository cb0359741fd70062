using TypedTensors.Tests.Support;

namespace TypedTensors.Tests.Operations;

public sealed class OperationContractTests
{
    [Fact]
    public void AContractIsReadFromTheDeclaration()
    {
        OperationContract where = OperationContract.Of(typeof(Ops), nameof(Ops.Where));
        Assert.Equal("Where", where.Name);
        Assert.Equal(Saved.Inputs, where.Saves);
        Assert.Equal([false, true, true], [where.IsDifferentiable(0), where.IsDifferentiable(1), where.IsDifferentiable(2)]);
        OperationContract less = OperationContract.Of(typeof(Ops), nameof(Ops.Less));
        Assert.False(less.IsDifferentiable(0));
        Assert.True(OperationContract.Of(typeof(Ops), nameof(Ops.Add)).IsDifferentiable(1));
    }

    [Fact]
    public void EveryOperationOfTheLibraryHasASoundDeclaration()
    {
        string[] names = [.. typeof(Ops).GetMethods().Where(method => method.IsDefined(typeof(OperationAttribute), false)).Select(method => method.Name)];
        Assert.Contains("Add", names);
        Assert.All(names, name =>
        {
            OperationContract contract = OperationContract.Of(typeof(Ops), name);
            Assert.Empty(contract.Signature.Problems);
            Assert.True(contract.Signature.IsDeclared);
        });
    }

    [Fact]
    public void AnOperationMustBeDeclared() => Assert.Equal(
        "Ops declares no operation NoGrad.",
        Assert.Throws<ArgumentException>(() => OperationContract.Of(typeof(Ops), nameof(Ops.NoGrad))).Message);

    [Fact]
    public void AnOperationIsDeclaredOnce() => Assert.Equal(
        "Twice declares more than one operation Method.",
        Assert.Throws<ArgumentException>(() => OperationContract.Of(typeof(Twice), nameof(Twice.Method))).Message);

    [Fact]
    public void AKernelThatRefusesWhatTheDeclarationAllowsIsABug() => Assert.Equal(
        "Add: the kernel refused ((2, 3), (3)), in which the declared shape rule finds nothing wrong",
        Assert.Throws<InvalidOperationException>(() =>
            OperationContract.Of(typeof(Ops), nameof(Ops.Add)).Refuse(Tensor.Zeros<float>(2, 3), new Shape(3))).Message);

    public static class Twice
    {
        [Operation(typeof(EveryOtherReversed))]
        public static Tensor<T> Method<T>(Tensor<T> x)
            where T : unmanaged => x;

        [Operation(typeof(EveryOtherReversed))]
        public static Tensor<T> Method<T>(Tensor<T> x, int axis)
            where T : unmanaged => axis == 0 ? x : throw new ArgumentOutOfRangeException(nameof(axis));
    }
}
