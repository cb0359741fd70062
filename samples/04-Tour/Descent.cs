using TypedTensors.Nn;
using static TypedTensors.Ops;
using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Descent
{
    public static readonly Chapter Chapter = new(
        "descent", "Gradient descent", ByHand, ByAFunction, LearningRates, ScoresAndLoss, StepByHand, StepByAnOptimizer, FiveLineLoop);

    private static Tensor<float> X => Tensor.From(new[,] { { 1f, 2, -1 }, { 0.5f, -0.5f, 0.25f }, { 0, 0, 0 }, { 3, -2, 1 } });

    private static Tensor<long> Labels => Tensor.From([1L, 0, 2, 0]);

    private static Tensor<float> W => Tensor.From(new[,] { { 0.1f, -0.2f, 0.3f }, { 0, 0.4f, -0.1f }, { -0.3f, 0.2f, 0.1f } }).RequireGrad();

    private static Tensor<float> B => Tensor.From([0.05f, -0.05f, 0]).RequireGrad();

    private static void ByHand()
    {
        // Within NoGrad the step is not recorded; SubtractInPlace changes the same w, which w -= ... would not.
        Cell("Thirty steps down a parabola");
        var w = Tensor.From([10f]).RequireGrad();
        for (int step = 0; step < 30; step++)
        {
            Power(w, 2f).Backward();
            using (NoGrad())
                w.SubtractInPlace(w.Grad!, 0.05f);
            w.Grad = null;
            Show(w);
        }
    }

    private static void ByAFunction()
    {
        Cell("A function that steps any number of tensors");
        var w = Tensor.Scalar(10f).RequireGrad();
        for (int step = 0; step < 20; step++)
        {
            Power(w, 2f).Backward();
            Step(0.3f, w);
            Show(w);
        }
    }

    private static void Step(float learningRate, params ReadOnlySpan<Tensor<float>> tensors)
    {
        using (NoGrad())
        {
            foreach (var tensor in tensors)
            {
                if (tensor.Grad is not { } gradient)
                    continue;
                tensor.SubtractInPlace(gradient, learningRate);
                tensor.ZeroGrad();
            }
        }
    }

    private static void LearningRates()
    {
        Cell("Ten steps: too short, about right, and so long that they lead away");
        foreach (float rate in new[] { 0.01f, 0.4f, 1.1f })
        {
            var w = Tensor.Scalar(1f).RequireGrad();
            for (int step = 0; step < 10; step++)
            {
                Power(w, 2f).Backward();
                Step(rate, w);
            }

            Show(w.Detach(), $"w after ten steps of {rate}");
        }
    }

    private static void ScoresAndLoss()
    {
        Cell("The loss of a linear model, and its gradients");
        var (w, b) = (W, B);
        var loss = CrossEntropy(Linear(X, w, b), Labels);
        loss.Backward();
        Show(loss.Detach());
        Show(w.Grad);
        Show(b.Grad);
    }

    private static void StepByHand()
    {
        Cell("A step written out");
        var (w, b) = (W, B);
        CrossEntropy(Linear(X, w, b), Labels).Backward();
        Step(0.1f, w, b);
        Show(w.Detach());
        Show(b.Detach());
        Show(w.Grad);
        Show(b.Grad);
    }

    private static void StepByAnOptimizer()
    {
        // ZeroGrad of an optimizer forgets the gradients, as later versions of PyTorch do.
        Cell("The same step by an optimizer");
        var (w, b) = (W, B);
        Sgd optimizer = new([w, b], learningRate: 0.1);
        CrossEntropy(Linear(X, w, b), Labels).Backward();
        optimizer.Step();
        optimizer.ZeroGrad();
        Show(w.Detach());
        Show(b.Detach());
        Show(w.Grad);
    }

    private static void FiveLineLoop()
    {
        Cell("The five lines of every training loop");
        var inputs = Tensor.From(new float[,] { { 1 }, { 2 }, { 3 }, { 4 } });
        var targets = Tensor.From(new float[,] { { 3 }, { 5 }, { 7 }, { 9 } });
        var w = Tensor.From(new[,] { { 0.5f } }).RequireGrad();
        var b = Tensor.Zeros<float>(1).RequireGrad();
        Sgd optimizer = new([w, b], learningRate: 0.05);
        List<Tensor<float>> losses = [];
        for (int epoch = 0; epoch < 5; epoch++)
        {
            optimizer.ZeroGrad();
            var outputs = Linear(inputs, w, b);
            var loss = MseLoss(outputs, targets);
            loss.Backward();
            optimizer.Step();
            losses.Add(loss.Detach());
        }

        Show(Stack(losses));
        Show(w.Detach());
        Show(b.Detach());
    }
}
