using static TypedTensors.Ops;
using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Gradients
{
    public static readonly Chapter Chapter = new(
        "gradients", "Gradients", AtCreation, Later, UntrackedByDefault, Flag, Results, Product, Intermediate, Constant, OfAVector,
        MeanOfASum, MeanOfSquares, MeanOfDoubledSquares, ExplicitOne, Flow, WithACotangent, DoubledUntilLarge, CotangentNeeded,
        SecondRun, Accumulation, NothingRecorded, Pause, Detached, FlagAndDetach);

    private static void AtCreation()
    {
        Cell("A tensor whose gradient is wanted");
        Show(Tensor.Ones<float>(2, 2).RequireGrad());
    }

    private static void Later()
    {
        Cell("Asked for afterwards; the tensor is the same");
        var x = Tensor.Ones<float>(2, 2);
        x.RequireGrad();
        Show(x);
    }

    private static void UntrackedByDefault()
    {
        Cell("Without asking nothing is tracked");
        var a = Tensor.Rand<float>(3, 3);
        a *= 3;
        Show(a.RequiresGrad);
    }

    private static void Flag()
    {
        Cell("From the call on operations are recorded");
        var a = Tensor.Full(2f, 3, 3);
        a = a * 3 / (a - 1);
        Show(a.RequiresGrad);
        a.RequireGrad();
        Show(a.RequiresGrad);
        Show(Sum(a * a));
    }

    private static void Results()
    {
        Cell("What is computed from a tracked tensor is tracked");
        var x = Tensor.From([3f, 4]).RequireGrad();
        Show(x.RequiresGrad);
        Show(Power(x, 2f).RequiresGrad);
    }

    private static void Product()
    {
        Cell("The gradients of a product");
        var x = Tensor.Scalar(2f).RequireGrad();
        var y = Tensor.Scalar(3f).RequireGrad();
        var z = Tensor.Scalar(4f).RequireGrad();
        var f = x * y;
        f.Backward();
        Show(x.Grad);
        Show(y.Grad);
        Show(z.Grad);
    }

    private static void Intermediate()
    {
        Cell("The gradient of what lies between is kept where it is asked for");
        var x = Tensor.Scalar(2f).RequireGrad();
        var y = Tensor.Scalar(3f).RequireGrad();
        var f = (x * y).RetainGrad();
        (f + x - 2).Backward();
        Show(f.Grad);
        Show(x.Grad);
        Show(y.Grad);
    }

    private static void Constant()
    {
        Cell("Tensors that nobody tracks are constants");
        var x = Tensor.Scalar(1f);
        var y = Tensor.Scalar(2f).RequireGrad();
        var f = x * y;
        f.Backward();
        Show(y.Grad);
        Show(x.Grad);
        Show(f.Grad);
    }

    private static void OfAVector()
    {
        Cell("A gradient has the shape of its tensor");
        var x = Tensor.From([2f, 4, 8]).RequireGrad();
        var weights = Tensor.From([-1f, 2, 0]).RequireGrad();
        Sum(weights * Power(x, 2f)).Backward();
        Show(x.Grad);
        Show(weights.Grad);
    }

    private static void MeanOfASum()
    {
        // The text of a tensor names the operation that gave it.
        Cell("The gradients of a mean of sums");
        var x = Tensor.From([3f, 4]).RequireGrad();
        var y = Tensor.From([1f, 2]).RequireGrad();
        var z = x + y;
        var mean = Mean(z);
        mean.Backward();
        Show(z);
        Show(mean);
        Show(x.Grad);
        Show(y.Grad);
        Show(z.Grad);
    }

    private static void MeanOfSquares()
    {
        Cell("The gradient of the mean of 3 (x + 2)^2");
        var x = Tensor.Ones<float>(2, 2).RequireGrad();
        var y = x + 2;
        var z = y * y * 3;
        var mean = Mean(z);
        mean.Backward();
        Show(y);
        Show(z);
        Show(mean);
        Show(x.Grad);
    }

    private static void MeanOfDoubledSquares()
    {
        Cell("The gradient of the mean of 2 (x + 5)^2");
        var x = Tensor.Ones<float>(3, 3).RequireGrad();
        var y = x + 5;
        var z = y * y * 2;
        var mean = Mean(z);
        mean.Backward();
        Show(x);
        Show(y);
        Show(z);
        Show(mean);
        Show(x.Grad);
    }

    private static void ExplicitOne()
    {
        Cell("Backward begins with a one, which may be given");
        var x = Tensor.Ones<float>(2, 2).RequireGrad();
        var mean = Mean((x + 2) * (x + 2) * 3);
        mean.Backward(Tensor.Scalar(1f));
        Show(x.Grad);
    }

    private static void Flow()
    {
        Cell("Values, gradients and operations along the way");
        var a = Tensor.Ones<float>(2, 2).RequireGrad();
        Show(a.Grad);
        var b = a + 2;
        var c = Power(b, 2f);
        var sum = Sum(c);
        sum.Backward();
        Show(a);
        Show(b);
        Show(c);
        Show(sum);
        Show(a.Detach());
        Show(b.Detach());
        Show(c.Detach());
        Show(sum.Detach());
        Show(a.Grad);
        Show(b.Grad);
        Show(c.Grad);
        Show(sum.Grad);
    }

    private static void WithACotangent()
    {
        Cell("A tensor of several elements needs a weight for each");
        var x = Tensor.Ones<float>(3).RequireGrad();
        var y = Power(x, 2f);
        var z = Power(y, 2f) + x;
        Show(Sum(z));
        z.Backward(Tensor.From([0.1f, 1, 100]));
        Show(x.Detach());
        Show(y);
        Show(y.Detach());
        Show(z);
        Show(z.Detach());
        Show(x.Grad);
        Show(y.Grad);
        Show(z.Grad);
    }

    private static void DoubledUntilLarge()
    {
        // The condition is asked of the values alone, which the tape does not see.
        Cell("The graph is what was run, loops included");
        var x = Tensor.From([589.7665f, 299.5266f, 1531.2843f]) / 2048;
        x.RequireGrad();
        var y = x * 2;
        while (Norm(y.Detach()).Item() < 1000)
            y *= 2;
        y.Backward(Tensor.From([0.1f, 1, 0.0001f]));
        Show(y);
        Show(x.Grad);
    }

    private static void CotangentNeeded()
    {
        Cell("Without weights Backward is for one element");
        var x = Tensor.Ones<float>(3).RequireGrad();
        var z = Power(x, 2f);
        ShowRefusal(() => z.Backward());
    }

    private static void SecondRun()
    {
        Cell("A graph is freed when it has been run");
        var x = Tensor.Ones<float>(3).RequireGrad();
        var sum = Sum(Power(x, 2f));
        sum.Backward();
        ShowRefusal(() => sum.Backward());
    }

    private static void Accumulation()
    {
        Cell("Gradients add up until they are forgotten");
        var w = Tensor.From([1f, -2]).RequireGrad();
        Sum(Power(w, 2f)).Backward();
        Sum(Power(w, 2f)).Backward();
        Show(w.Grad);
        w.ZeroGrad();
        Show(w.Grad);
        w.Grad = null;
        Show(w.Grad);
    }

    private static void NothingRecorded()
    {
        Cell("Within NoGrad nothing is recorded");
        using (NoGrad())
        {
            var x = Tensor.From([3f, 4]).RequireGrad();
            Show(x.RequiresGrad);
            Show(Power(x, 2f).RequiresGrad);
        }
    }

    private static void Pause()
    {
        Cell("Recording paused for a block");
        var x = Tensor.Rand<float>(3).RequireGrad();
        Show(x.RequiresGrad);
        Show(Power(x, 2f).RequiresGrad);
        using (NoGrad())
            Show(Power(x, 2f).RequiresGrad);
    }

    private static void Detached()
    {
        Cell("A tensor over the same memory without its history");
        var x = Tensor.From([0.25f, 0.5f, 0.75f]).RequireGrad();
        var y = x.Detach();
        Show(x.RequiresGrad);
        Show(y.RequiresGrad);
        Show(All(x.Eq(y)));
    }

    private static void FlagAndDetach()
    {
        Cell("Tracking begins with RequireGrad and ends with Detach");
        var a = Tensor.From([1f, 2]);
        a.RequireGrad();
        var b = a * 3;
        Show(b);
        Show(b.Detach());
        Sum(b).Backward();
        Show(a.Grad);
    }
}
