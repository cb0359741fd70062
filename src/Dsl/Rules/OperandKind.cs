namespace TypedTensors.Rules;

/// <summary>What an argument of a primitive can be.</summary>
[Flags]
internal enum OperandKind
{
    None = 0,
    Shape = 1,
    ShapeList = 2,
    Integer = 4,
    IntegerList = 8,
    Boolean = 16,
    Slices = 32,
    Text = 64,

    /// <summary>A shape in the caller's names, which serves as a shape and as a list of sizes.</summary>
    Pattern = 128,

    AnyShape = Shape | Pattern,
    Axes = Integer | IntegerList,
    Sizes = Integer | IntegerList | Pattern,
    AnyShapes = Shape | ShapeList,
}

/// <summary>A parameter of a primitive.</summary>
/// <param name="Name">Its name in messages about declarations.</param>
/// <param name="Kinds">What it takes.</param>
/// <param name="Optional">Whether it, with all that follow, may be left out.</param>
/// <param name="Repeats">Whether it may be given more than once; only the last can.</param>
internal sealed record OperandDeclaration(string Name, OperandKind Kinds, bool Optional = false, bool Repeats = false);
