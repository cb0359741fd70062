using TypedTensors.Kernels.Strided;
using TypedTensors.Tests.Support;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.Autograd;

/// <summary>Gradients of gradients. That every operation's are right is in the specification of the operation.</summary>
public sealed class SecondDerivativeTests
{
    [Fact]
    public void DerivativesOfEveryOrderComeFromOneAnother()
    {
        Tensor<double> x = Tensor.Scalar(3.0).RequireGrad();
        Tensor<double> first = Power(x, 4.0).GradientTo(x, createGraph: true);
        Tensor<double> second = first.GradientTo(x, createGraph: true);
        Tensor<double> third = second.GradientTo(x, createGraph: true);
        Tensor<double> fourth = third.GradientTo(x);
        Assert.Equal([108, 108, 72, 24], [first.Item(), second.Item(), third.Item(), fourth.Item()], (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.False(fourth.RequiresGrad);
        Assert.Null(x.Grad);
    }

    [Fact]
    public void BackwardLeavesAGradientThatCanBeDifferentiated()
    {
        Tensor<double> x = Tensor.From([1.0, 2.0]).RequireGrad();
        Sum(x * x * x).Backward(createGraph: true);
        Tensor<double> gradient = x.Grad!;
        Assert.Equal([3, 12], gradient.ToArray());
        x.Grad = null;
        Sum(gradient).Backward();
        Assert.Equal([6, 12], x.Grad!.ToArray());
    }

    [Fact]
    public void AccumulatedGradientsAreDifferentiatedTogether()
    {
        Tensor<double> x = Tensor.Scalar(2.0).RequireGrad();
        (x * x).Backward(createGraph: true);
        (x * x * x).Backward(createGraph: true);
        Assert.Equal(4 + 12, x.Grad!.Item());
        Assert.Equal(2 + 12, x.Grad!.GradientTo(x).Item());
    }

    [Fact]
    public void TheHessianOfRosenbrocksFunction()
    {
        Tensor<double> x = Tensor.From([1.5, -0.5]).RequireGrad();
        Tensor<double> value = Square(1.0 - x[0]) + (100.0 * Square(x[1] - Square(x[0])));
        Tensor<double> gradient = value.GradientTo(x, createGraph: true);
        Tensor<double> hessian = Stack([gradient[0].GradientTo(x, retainGraph: true), gradient[1].GradientTo(x)]);
        Assert.Equal([(1200 * 2.25) + 200 + 2, -600, -600, 200], hessian.ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void APenaltyOnTheGradientOfANetworkTrainsIt()
    {
        Tensor<double> x = GradientCheck.Random(new Shape([5, 3]), -1, 1, seed: 1);
        GradientCheck.Run(
            parameters => Penalty(parameters, x),
            GradientCheck.Random(new Shape([3, 4]), -1, 1, seed: 2),
            GradientCheck.Random(new Shape([4]), -1, 1, seed: 3),
            GradientCheck.Random(new Shape([4, 1]), -1, 1, seed: 4));

        static Tensor<double> Penalty(Tensor<double>[] parameters, Tensor<double> x)
        {
            Tensor<double> inputs = x.Detach().RequireGrad();
            Tensor<double> score = Tanh(Linear(inputs, parameters[0].T, parameters[1])).MatMul(parameters[2]);
            Tensor<double> gradient = Sum(score).GradientTo(inputs, createGraph: true);
            return Mean(Square(Norm(gradient, 2, 1) - 1.0));
        }
    }

    [Fact]
    public void GradientToRunsOnlyWhatLeadsToTheInputs()
    {
        Tensor<double> x = Tensor.Scalar(2.0).RequireGrad(), other = Tensor.Scalar(5.0).RequireGrad();
        Tensor<double> middle = (x * x).RetainGrad();
        Tensor<double> result = middle * other;
        Tensor<double>[] gradients = result.GradientsTo([middle, x, other]);
        Assert.Equal([5, 20, 4], gradients.Select(gradient => gradient.Item()));
        Assert.Null(x.Grad);
        Assert.Null(other.Grad);
        Assert.Null(middle.Grad);
    }

    [Fact]
    public void AGradientDoesNotShareTheMemoryOfTheCotangent()
    {
        Tensor<double> x = Tensor.From([1.0, 2.0]).RequireGrad();
        Tensor<double> cotangent = Tensor.From(new double[,] { { 3, 4 } });
        Tensor<double> gradient = Reshape(x, 1, 2).GradientTo(x, cotangent);
        Assert.Equal([3, 4], gradient.ToArray());
        Assert.False(gradient.SharesStorageWith(cotangent));
    }

    [Fact]
    public void TheGraphIsCreatedWhileRecordingIsPaused()
    {
        Tensor<double> x = Tensor.Scalar(3.0).RequireGrad();
        Tensor<double> y = x * x;
        using (NoGrad())
        {
            Assert.True(y.GradientTo(x, createGraph: true).RequiresGrad);
            Assert.False((x * x).RequiresGrad);
        }
    }

    [Fact]
    public void WhatDoesNotDependOnTheInputIsAnError()
    {
        Tensor<double> x = Tensor.Ones<double>(2).RequireGrad(), other = Tensor.Ones<double>(3).RequireGrad();
        Tensor<double> y = Sum(x);
        Assert.Equal(
            "GradientTo: there is no gradient with respect to input 1 (3): the tensor was not computed from it",
            Assert.Throws<InvalidOperationException>(() => y.GradientsTo([x, other], retainGraph: true)).Message);
        Assert.Equal(
            "GradientTo: there is no gradient with respect to input 0 (4): it does not require a gradient",
            Assert.Throws<InvalidOperationException>(() => y.GradientTo(Tensor.Ones<double>(4))).Message);
        Assert.Equal(
            "GradientTo: only a tensor of one element has a gradient by itself; for (2) give a cotangent of that shape",
            Assert.Throws<ShapeException>(() => (x * 2.0).GradientTo(x)).Message);
        Assert.Equal(
            "GradientTo: the cotangent (3) does not have the shape (2) of the tensor",
            Assert.Throws<ShapeException>(() => (x * 2.0).GradientTo(x, Tensor.Ones<double>(3))).Message);
        Assert.Equal(
            "GradientTo: nothing requires a gradient: the tensor was not computed from one on which RequireGrad() was called, or recording was paused",
            Assert.Throws<InvalidOperationException>(() => Tensor.Ones<double>(1).GradientTo(x)).Message);
        Assert.Empty(y.GradientsTo([]));
    }

    [Fact]
    public void AValueThatTheGradientWasComputedFromMustNotChange()
    {
        Tensor<double> x = Tensor.Ones<double>(2, 2).RequireGrad(), w = Tensor.Ones<double>(2, 2).RequireGrad();
        Tensor<double> gradient = Sum(Square(MatMul(x, w))).GradientTo(x, createGraph: true);
        using (NoGrad())
            w.AddInPlace(1.0);
        Assert.Equal(
            "Backward: a value (2, 2) that MatMul saved was changed by an in-place operation (it is at version 1, version 0 was saved)",
            Assert.Throws<InvalidOperationException>(() => Sum(gradient).Backward()).Message);
    }

    [Fact]
    public void AGradientIsReleasedLikeAnyGraph()
    {
        Tensor<double> x = Tensor.Ones<double>(2, 2).RequireGrad(), w = Tensor.Ones<double>(2, 2).RequireGrad();
        Tensor<double> gradient = Sum(MatMul(x, w)).GradientTo(x, createGraph: true);
        Tensor<double> loss = Sum(gradient);
        loss.Backward();
        Assert.Equal(
            "Backward: the values that MatMul saved were released by an earlier Backward through it; pass retainGraph: true to that one",
            Assert.Throws<InvalidOperationException>(() => Sum(gradient).Backward()).Message);
    }

    [Fact]
    public void AnOperationThatSaysNothingOfItsDerivativeRefusesToHaveItDifferentiated()
    {
        Tensor<double> x = Tensor.From([1.0, 2.0]).RequireGrad();
        Tensor<double> gradient = Sum(Eager.Run<Cubes, double, double>(default, x)).GradientTo(x, createGraph: true);
        Assert.Equal([3, 12], gradient.ToArray());
        Assert.Equal(
            "Backward: the gradient of CubesOf cannot be differentiated again: neither its linearity nor a recorded pullback is declared",
            Assert.Throws<NotSupportedException>(() => Sum(gradient).Backward()).Message);
    }

    /// <summary>Cubes.</summary>
    [Operation(typeof(Cubes), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<double> CubesOf(Tensor<double> x) => Eager.Run<Cubes, double, double>(default, x);

    /// <summary>x^3.</summary>
    public readonly struct Cubes : IOperation<double, double>
    {
        /// <inheritdoc/>
        public static OperationContract Contract { get; } = OperationContract.Of(typeof(SecondDerivativeTests), nameof(CubesOf));

        /// <inheritdoc/>
        public Shape ResultShape(Shape input) => input;

        /// <inheritdoc/>
        public void Forward(TensorView<double> input, TensorView<double> result)
        {
            StridedCopy.Run(input, result);
            foreach (ref double value in result.Elements)
                value *= value * value;
        }

        /// <inheritdoc/>
        public void Pullback(TensorView<double> cotangent, TensorView<double> input, TensorView<double> result, TensorView<double> inputCotangent)
        {
            StridedCopy.Run(cotangent, inputCotangent);
            for (int i = 0; i < inputCotangent.Elements.Length; i++)
                inputCotangent.Elements[i] *= 3 * input.Elements[i] * input.Elements[i];
        }
    }
}
