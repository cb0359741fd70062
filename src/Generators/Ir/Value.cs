using TypedTensors.Shapes;

namespace TypedTensors.Generators.Ir;

/// <summary>A tensor that a function reads or computes. It is assigned once; functions refer to it by its index.</summary>
/// <param name="Name">A name for people: of the variable or parameter that holds it, or of the operation that gives it. Not unique.</param>
/// <param name="Element">The element type, as C# writes it.</param>
/// <param name="Shape">Its shape as far as it is known at compile time, in the names of the member.</param>
/// <param name="Definition">Where it comes from.</param>
/// <param name="Origin">The source expression that it stands for; null for what is read and for what derivatives add.</param>
internal sealed record Value(string Name, string Element, ShapeValue Shape, Definition Definition, Origin? Origin = null)
{
    /// <summary>Whether a derivative by it can exist.</summary>
    public bool IsReal => Element is "float" or "double";
}

/// <summary>A place in the source. The line counts from the first line of the method, so that code which only moves stays the same.</summary>
/// <param name="Text">The expression on one line.</param>
/// <param name="Method">The method that contains it.</param>
/// <param name="Line">The line within the method's declaration, from 1.</param>
internal sealed record Origin(string Text, string Method, int Line);

/// <summary>Where a value comes from.</summary>
internal abstract record Definition;

/// <summary>A tensor argument of the member, or a tensor that a member of the model holds.</summary>
/// <param name="Expression">The C# expression that reads it inside the member.</param>
/// <param name="IsParameter">Whether it is a trainable parameter of the model.</param>
internal sealed record ReadDefinition(string Expression, bool IsParameter) : Definition;

/// <summary>A number that the host gives, as a tensor of shape ().</summary>
/// <param name="Expression">The C# expression.</param>
internal sealed record NumberDefinition(HostExpression Expression) : Definition;

/// <summary>A step computes it.</summary>
internal sealed record ComputedDefinition : Definition
{
    public static ComputedDefinition Instance { get; } = new();
}

/// <summary>A step of the derivative computes it: the cotangent of another value, or a part of that.</summary>
/// <param name="Primal">The value whose shape it has.</param>
internal sealed record AdjointDefinition(int Primal) : Definition;
