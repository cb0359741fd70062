using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Flow;
using TypedTensors.Dimensions;
using TypedTensors.Signatures;

namespace TypedTensors.Generators.Lowering;

/// <summary>One method while its body is lowered: the member itself, or a method that is included in it.</summary>
internal sealed class Frame
{
    private readonly Dictionary<ISymbol, Lowered> _variables = new(SymbolEqualityComparer.Default);

    private Frame(IMethodSymbol method, string path, BodyScope scope, Frame? caller, CancellationToken cancellation)
    {
        Method = method;
        Path = path;
        Scope = scope;
        Caller = caller;
        Shapes = new Interpreter(scope, CapturedTargets.None, findings: null, nested: null, cancellation);
    }

    public IMethodSymbol Method { get; }

    /// <summary>The expression that gives the receiver, from the member that is compiled; empty for its own.</summary>
    public string Path { get; }

    public BodyScope Scope { get; }

    public Frame? Caller { get; }

    /// <summary>Applies shape rules.</summary>
    public Interpreter Shapes { get; }

    /// <summary>What is known of the variables.</summary>
    public FlowState State { get; } = new();

    /// <summary>The frame of the member that is compiled.</summary>
    public static Frame OfMember(BodyScope scope, IMethodSymbol method, CancellationToken cancellation) => new(method, string.Empty, scope, null, cancellation);

    /// <summary>
    /// The frame of a method that is included. Its names stand for sizes that the arguments bring, and no longer for every size, so each becomes a
    /// symbol of this call; the dimensions of its receiver are those that the receiver is known by.
    /// </summary>
    public static Frame OfIncluded(
        BodyScope scope, IMethodSymbol method, string path, IReadOnlyDictionary<string, Dimension>? receiver, Frame caller, CancellationToken cancellation)
    {
        FreshSymbols fresh = caller.Scope.Symbols.At((method, path));
        Dictionary<string, Dimension> dimensions = scope.Body.Dimensions.ToDictionary(
            static pair => pair.Key,
            pair => receiver is not null && receiver.TryGetValue(pair.Key, out Dimension? known) ? known : Dimension.Of(fresh.Opaque(pair.Key)));
        Dictionary<string, Symbol> packs = scope.Body.Packs.ToDictionary(static pair => pair.Key, pair => fresh.Opaque(pair.Key));
        SignatureBody body = scope.Body with { Dimensions = dimensions, Packs = packs, Facts = caller.Scope.Facts };
        return new Frame(method, path, scope with { Body = body, Symbols = caller.Scope.Symbols }, caller, cancellation);
    }

    public Lowered? Get(ISymbol variable) => _variables.TryGetValue(variable, out Lowered? value) ? value : null;

    public void Set(ISymbol variable, Lowered value)
    {
        _variables[variable] = value;
        State.Set(variable, value.Known);
    }

    /// <summary>Whether a method is being lowered already, so that it calls itself.</summary>
    public bool Contains(IMethodSymbol method)
    {
        for (Frame? frame = this; frame is not null; frame = frame.Caller)
        {
            if (SymbolEqualityComparer.Default.Equals(frame.Method, method))
                return true;
        }

        return false;
    }
}
