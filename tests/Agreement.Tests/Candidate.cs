namespace TypedTensors.Tests.Agreement;

/// <summary>An expression as text, and the same expression as a function.</summary>
/// <param name="Text">The C# expression, of type <c>Tensor&lt;float&gt;</c>.</param>
/// <param name="Evaluate">Evaluates it.</param>
public sealed record Candidate(string Text, Func<Tensor<float>> Evaluate);

/// <summary>A variable of a program under construction.</summary>
/// <param name="Text">Its name, or a short expression of it.</param>
/// <param name="Value">Its value.</param>
public sealed record Operand(string Text, Tensor<float> Value)
{
    public int Rank => Value.Rank;

    public int[] Sizes => Value.Shape.Sizes.ToArray();
}
