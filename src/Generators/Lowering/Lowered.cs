using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Flow;
using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Lowering;

/// <summary>What an expression has become.</summary>
/// <param name="Known">What the shape language knows of it, as the flow analysis of the analyzers does.</param>
internal abstract record Lowered(Analyzers.Flow.Value? Known);

/// <summary>A tensor: a value of the function.</summary>
internal sealed record LoweredTensor(int Id, Analyzers.Flow.Value? Known) : Lowered(Known);

/// <summary>Something of the host: a number, a truth value, a text, an index, or a list of them.</summary>
/// <param name="Expression">The C# expression.</param>
/// <param name="Type">Its type.</param>
/// <param name="Known">What is known of it.</param>
internal sealed record LoweredHost(HostExpression Expression, ITypeSymbol? Type, Analyzers.Flow.Value? Known) : Lowered(Known);

/// <summary>A tuple, or a list of tensors.</summary>
internal sealed record LoweredList(ImmutableArray<Lowered> Elements) : Lowered(new ListValue([.. Elements.Select(static element => element.Known)]));

/// <summary>A model, or a list of models.</summary>
/// <param name="Path">The C# expression that gives it; empty for the model that the member belongs to.</param>
/// <param name="Type">Its type.</param>
/// <param name="Known">Its dimensions.</param>
internal sealed record LoweredModel(string Path, ITypeSymbol Type, Analyzers.Flow.Value? Known) : Lowered(Known);
