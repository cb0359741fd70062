namespace TypedTensors.Tests.Agreement;

/// <summary>A straight-line program: one statement for each tensor, of which the last may be one that throws.</summary>
/// <param name="Statements">The statements; statement <c>i</c> defines the variable <c>ti</c>.</param>
/// <param name="Shapes">The shapes that the kernels wrote while the program was generated, one for each statement that did not throw.</param>
public sealed record GeneratedProgram(IReadOnlyList<string> Statements, IReadOnlyList<Shape> Shapes)
{
    public bool Throws => Shapes.Count < Statements.Count;

    public override string ToString() => string.Join("\n", Statements);
}
