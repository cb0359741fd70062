using System.Globalization;
using TypedTensors;
using TypedTensors.Nn;
using TypedTensors.Samples.Derivatives;
using static TypedTensors.Ops;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
GradientDescent();
Rosenbrock();
Linear();
Logistic();

// Gradient descent as the tutorials write it: w becomes w - rate * gradient, 30 times.
static void GradientDescent()
{
    const double Rate = 0.1;
    Tensor<double> w = Tensor.Scalar(0.0);
    for (int step = 0; step < 30; step++)
        w -= Rate * Functions.ParabolaAndGradients(w).WGradient;
    Console.WriteLine($"gradient descent: w = {w.Item():0.0000} (the minimum of (w - 3)^2 is at 3)");
}

// The gradient against central differences, and a minimum found with it. The destination overload allocates nothing.
static void Rosenbrock()
{
    Tensor<double> x = Tensor.Zeros<double>(4);
    (_, Tensor<double> gradient) = Functions.RosenbrockAndGradients(x);
    Console.WriteLine($"gradient check: largest difference {LargestDifference(x, gradient):0.0e+0}");

    const double Rate = 1e-3;
    double value = double.NaN;
    for (int step = 0; step < 40_000; step++)
    {
        value = Functions.RosenbrockAndGradients(x, gradient);
        x -= Rate * gradient;
    }

    Console.WriteLine($"Rosenbrock: f = {value:0.0e+0} at ({string.Join(", ", x.ToArray().Select(element => element.ToString("0.000")))})");
}

static double LargestDifference(Tensor<double> x, Tensor<double> gradient)
{
    const double Step = 1e-6;
    double largest = 0;
    for (int i = 0; i < x.ElementCount; i++)
    {
        double[] moved = x.ToArray();
        moved[i] += Step;
        double above = Functions.RosenbrockCompiled(Tensor.From(moved));
        moved[i] -= 2 * Step;
        double below = Functions.RosenbrockCompiled(Tensor.From(moved));
        largest = Math.Max(largest, Math.Abs(gradient.At(i) - ((above - below) / (2 * Step))));
    }

    return largest;
}

// Points on a plane with noise; the coefficients are recovered.
static void Linear()
{
    Generator random = new(1);
    Tensor<double> x = Tensor.Randn<double>(random, 200, 2);
    Tensor<double> y = x.MatMul(Tensor.From([2.0, -1.0])) + 0.5 + (0.01 * Tensor.Randn<double>(random, 200));
    LinearRegression model = new(features: 2);
    model.Parameters.Initialize(random);
    Sgd optimizer = new(model.Parameters, learningRate: 0.1);
    double loss = double.NaN;
    for (int step = 0; step < 200; step++)
    {
        (loss, Gradients<double> gradients) = model.LossAndGradients(x, y);
        optimizer.Step(gradients);
    }

    Console.WriteLine($"linear regression: w = ({model.W.At(0):0.00}, {model.W.At(1):0.00}), b = {model.B.Item():0.00}, loss {loss:0.0e+0} (true: (2, -1) and 0.5)");
}

// Two clouds of points; a line is found between them.
static void Logistic()
{
    Generator random = new(2);
    Tensor<float> x = Cat([Tensor.Randn<float>(random, 100, 2) - 1.5f, Tensor.Randn<float>(random, 100, 2) + 1.5f], 0);
    Tensor<int> y = Cat([Tensor.Zeros<int>(100), Tensor.Ones<int>(100)], 0);
    LogisticRegression model = new(features: 2, classes: 2);
    model.Parameters.Initialize(random);
    AdamW optimizer = new(model.Parameters, learningRate: 0.05);
    float loss = float.NaN;
    for (int step = 0; step < 200; step++)
    {
        (loss, Gradients<float> gradients) = model.LossAndGradients(x, y);
        optimizer.Step(gradients);
    }

    Tensor<float> scores = model.ScoresCompiled(x);
    int right = Enumerable.Range(0, 200).Count(i => scores.At(i, 1) > scores.At(i, 0) == (y.At(i) == 1));
    Console.WriteLine($"logistic regression: loss {loss:0.000}, {right} of 200 points on the right side");
}
