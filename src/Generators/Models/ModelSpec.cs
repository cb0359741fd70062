using TypedTensors.Dimensions;
using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Models;

/// <summary>Everything that is written for one model, as plain values.</summary>
/// <remarks>
/// Specifications flow through an incremental generator, which compares them to see what has changed. So they, and everything that they
/// hold, are equal by value, and none holds a symbol, a syntax node, a location or a compilation: those differ after every keystroke and
/// keep whole compilations alive.
/// </remarks>
/// <param name="Type">The class.</param>
/// <param name="Element">The element type of the parameters, as C#.</param>
/// <param name="Members">The names of the private members that are added; null when the class cannot carry generated code, so that none are.</param>
/// <param name="Dimensions">The dimensions that generated members read.</param>
/// <param name="Parameters">The properties that are marked as parameters.</param>
/// <param name="SubModels">The members that hold models.</param>
internal sealed record ModelSpec(
    TypeSpec Type,
    string Element,
    ModelMembers? Members,
    EquatableArray<DimensionSpec> Dimensions,
    EquatableArray<ParameterSpec> Parameters,
    EquatableArray<SubModelSpec> SubModels);

/// <summary>A type that gets another part.</summary>
/// <param name="Name">The name of the type, for messages.</param>
/// <param name="Namespace">Its namespace as C#; null for the global one.</param>
/// <param name="Headers">The declarations to open, outermost first: <c>partial class Outer</c>.</param>
/// <param name="FileName">The name of the type with its namespace, as part of a file name; no two types share one.</param>
internal sealed record TypeSpec(string Name, string? Namespace, EquatableArray<string> Headers, string FileName);

/// <summary>The names of what is added to a model beside its public members; none is taken in the class.</summary>
/// <param name="StateField">The field of the state.</param>
/// <param name="State">The property that creates the state when it is first needed.</param>
/// <param name="Declaration">The parameter of the method that declares.</param>
internal sealed record ModelMembers(string StateField, string State, string Declaration);

/// <summary>A dimension of a class, and how a generated member reads it.</summary>
/// <param name="Name">The dimension's name.</param>
/// <param name="Expression">The C# expression, of type <see langword="int"/>.</param>
/// <param name="Field">Where it is a parameter of the primary constructor, the field that keeps it; else null.</param>
/// <param name="Initializer">What the field is set to.</param>
internal sealed record DimensionSpec(string Name, string Expression, string? Field, string? Initializer);

/// <summary>A property that is marked as a parameter.</summary>
/// <param name="Name">The property's name as C#.</param>
/// <param name="Declaration">Its modifiers, type and name, as they have to be repeated.</param>
/// <param name="Accessors">Its accessors with their modifiers.</param>
/// <param name="Problem">Why it cannot be a parameter, which its accessors then throw; else null.</param>
/// <param name="Sizes">The sizes, outermost first.</param>
/// <param name="Initialization">How the values are drawn.</param>
/// <param name="InitialValue">What the initialisation is given.</param>
/// <param name="FanIn">How many inputs feed one output, as factors; null when that is unknown.</param>
internal sealed record ParameterSpec(
    string Name,
    string Declaration,
    EquatableArray<string> Accessors,
    string? Problem,
    EquatableArray<Dimension> Sizes,
    Initialization Initialization,
    double InitialValue,
    EquatableArray<Dimension>? FanIn);

/// <summary>A member that holds a model or a list of models.</summary>
/// <param name="Name">The member's name as C#.</param>
/// <param name="IsList">Whether it is a list.</param>
internal sealed record SubModelSpec(string Name, bool IsList);
