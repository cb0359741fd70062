using System.Reflection;

namespace TypedTensors.Tests.Compiled;

/// <summary>What the tape and central differences say of a method.</summary>
internal sealed class OnTape(MethodInfo method, IReadOnlyList<Parameter> parameters)
{
    private const double Step = 1e-5;

    /// <summary>The values and the gradients of a scalar, or of the sum of all results times their cotangents.</summary>
    public (Tensor<double>[] Values, Tensor<double>[] Gradients) Run(object[] arguments, Tensor<double>[] cotangents)
    {
        object[] leaves = [.. arguments.Select((argument, i) => parameters[i].IsDifferentiated ? ((Tensor<double>)argument).Detach().RequireGrad() : argument)];
        Tensor<double>[] values = Member.Call(method, leaves);
        Tensor<double> scalar = Scalar(values, cotangents);
        if (scalar.RequiresGrad)
            scalar.Backward();
        return (
            [.. values.Select(static value => value.Detach())],
            [.. leaves.Where((_, i) => parameters[i].IsDifferentiated).Cast<Tensor<double>>().Select(static leaf => leaf.Grad ?? Tensor.ZerosLike(leaf))]);
    }

    /// <summary>The values alone.</summary>
    public Tensor<double>[] Value(object[] arguments) => Member.Call(method, arguments);

    /// <summary>Central differences by one argument.</summary>
    public double[] Differences(object[] arguments, int parameter, Tensor<double>[] cotangents)
    {
        Tensor<double> original = (Tensor<double>)arguments[parameter];
        double[] elements = original.ToArray();
        return [.. Enumerable.Range(0, elements.Length).Select(i => (At(i, Step) - At(i, -Step)) / (2 * Step))];

        double At(int element, double step)
        {
            double[] moved = [.. elements];
            moved[element] += step;
            object[] changed = [.. arguments];
            changed[parameter] = Tensor.From<double>(moved, original.Shape.Sizes);
            return Scalar(Member.Call(method, changed), cotangents).Item();
        }
    }

    private static Tensor<double> Scalar(Tensor<double>[] values, Tensor<double>[] cotangents) => cotangents.Length == 0 ? values[0]
        : values.Zip(cotangents, static (value, cotangent) => Ops.Sum(value * cotangent)).Aggregate(static (sum, term) => sum + term);
}
