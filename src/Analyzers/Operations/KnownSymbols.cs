using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Operations;

/// <summary>
/// The attributes as a compilation knows them, and the two types that a model is made of: the only names of the runtime that the
/// compile-time side relies on to read a program.
/// </summary>
internal sealed class KnownSymbols
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _tensorTypes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _annotatedAssemblies = new(SymbolEqualityComparer.Default);

    private KnownSymbols(Compilation compilation, INamedTypeSymbol tensorType, INamedTypeSymbol shape)
    {
        INamedTypeSymbol? Find(Type attribute) => compilation.GetTypeByMetadataName(attribute.FullName!);

        TensorType = tensorType;
        Shape = shape;
        Shapes = Find(typeof(ShapesAttribute));
        Dim = Find(typeof(DimAttribute));
        Where = Find(typeof(WhereAttribute));
        ShapePattern = Find(typeof(ShapePatternAttribute));
        Operation = Find(typeof(OperationAttribute));
        FormOf = Find(typeof(FormOfAttribute));
        AllowBroadcast = Find(typeof(AllowBroadcastAttribute));
        Parameter = Find(typeof(ParameterAttribute));
        TensorModel = Find(typeof(TensorModelAttribute));
        Compiled = Find(typeof(CompiledAttribute));
        Differentiable = Find(typeof(DifferentiableAttribute));
        IntermediateCode = Find(typeof(IntermediateCodeAttribute));
        Tensor = compilation.GetTypeByMetadataName("TypedTensors.Tensor`1");
        ModelInterface = compilation.GetTypeByMetadataName("TypedTensors.ITensorModel`1");
        Index = compilation.GetTypeByMetadataName("System.Index");
        Range = compilation.GetTypeByMetadataName("System.Range");
        Task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
        ValueTask = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");
        Enumerable = compilation.GetSpecialType(SpecialType.System_Collections_Generic_IEnumerable_T);
        Span = compilation.GetTypeByMetadataName("System.Span`1");
        ReadOnlySpan = compilation.GetTypeByMetadataName("System.ReadOnlySpan`1");
    }

    public INamedTypeSymbol TensorType { get; }

    public INamedTypeSymbol Shape { get; }

    public INamedTypeSymbol? Shapes { get; }

    public INamedTypeSymbol? Dim { get; }

    public INamedTypeSymbol? Where { get; }

    public INamedTypeSymbol? ShapePattern { get; }

    public INamedTypeSymbol? Operation { get; }

    public INamedTypeSymbol? FormOf { get; }

    public INamedTypeSymbol? AllowBroadcast { get; }

    public INamedTypeSymbol? Parameter { get; }

    public INamedTypeSymbol? TensorModel { get; }

    public INamedTypeSymbol? Compiled { get; }

    public INamedTypeSymbol? Differentiable { get; }

    public INamedTypeSymbol? IntermediateCode { get; }

    /// <summary>The type of a model's parameters.</summary>
    public INamedTypeSymbol? Tensor { get; }

    /// <summary>What every model implements; generated code adds it to a marked class.</summary>
    public INamedTypeSymbol? ModelInterface { get; }

    public INamedTypeSymbol? Index { get; }

    public INamedTypeSymbol? Range { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol Enumerable { get; }

    public INamedTypeSymbol? Span { get; }

    public INamedTypeSymbol? ReadOnlySpan { get; }

    /// <summary>Finds the attributes; null when the compilation does not reference them, so that nothing needs to be analyzed.</summary>
    public static KnownSymbols? TryCreate(Compilation compilation)
    {
        INamedTypeSymbol? tensorType = compilation.GetTypeByMetadataName(typeof(TensorTypeAttribute).FullName!);
        INamedTypeSymbol? shape = compilation.GetTypeByMetadataName(typeof(ShapeAttribute).FullName!);
        return tensorType is null || shape is null ? null : new KnownSymbols(compilation, tensorType, shape);
    }

    /// <summary>Whether values of the type have a shape.</summary>
    public bool IsTensor(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None } named)
            return false;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return IsTensor(named.TypeArguments[0]);
        return _tensorTypes.GetOrAdd(named.OriginalDefinition, FindTensorType);
    }

    /// <summary>Whether symbols of the assembly can carry the attributes: cheap to ask before reading attributes one by one.</summary>
    public bool MayBeAnnotated(ISymbol symbol) =>
        symbol.ContainingAssembly is { } assembly && _annotatedAssemblies.GetOrAdd(assembly, ReferencesAnnotations);

    public static AttributeData? Find(IEnumerable<AttributeData> attributes, INamedTypeSymbol? attributeType)
    {
        if (attributeType is null)
            return null;
        foreach (AttributeData attribute in attributes)
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeType))
                return attribute;
        }

        return null;
    }

    /// <summary>The type that an awaited value has: the argument of a task, and every other type itself.</summary>
    public ITypeSymbol Awaited(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } named
        && (Same(named.OriginalDefinition, Task) || Same(named.OriginalDefinition, ValueTask))
            ? named.TypeArguments[0]
            : type;

    public static bool Same(ISymbol? left, ISymbol? right) =>
        left is not null && SymbolEqualityComparer.Default.Equals(left, right);

    private bool FindTensorType(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Find(current.OriginalDefinition.GetAttributes(), TensorType) is not null)
                return true;
        }

        return false;
    }

    private bool ReferencesAnnotations(IAssemblySymbol assembly)
    {
        IAssemblySymbol home = Shape.ContainingAssembly;
        return Same(assembly, home)
            || assembly.Modules.Any(module => module.ReferencedAssemblySymbols.Any(reference => Same(reference, home)));
    }
}
