namespace TypedTensors.Tests.Compiled;

/// <summary>A tensor of a program under construction, with its value for each binding of the sizes.</summary>
/// <param name="Text">A variable, or an expression in parentheses.</param>
/// <param name="Values">One value for each binding.</param>
internal sealed record Operand(string Text, Tensor<double>[] Values)
{
    public int Rank => Values[0].Rank;

    public int SizeOf(int axis) => Values.Min(value => value.Shape[axis]);
}

/// <summary>A condition of a program under construction.</summary>
/// <param name="Text">A variable.</param>
/// <param name="Values">One value for each binding.</param>
internal sealed record Mask(string Text, Tensor<bool>[] Values);

/// <summary>An expression as text, and the same expression as a function of the binding.</summary>
/// <param name="Text">The C# expression, of type <c>Tensor&lt;double&gt;</c>.</param>
/// <param name="Evaluate">Evaluates it.</param>
internal sealed record Candidate(string Text, Func<int, Tensor<double>> Evaluate);

/// <summary>An expression does not fit, or a derivative of it could not be told from differences there.</summary>
internal sealed class UnsuitableException() : Exception("The expression is of no use here.");
