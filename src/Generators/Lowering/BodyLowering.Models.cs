using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Flow;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;
using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Lowering;

/// <summary>Members of models: parameters, sub-models, and the host's values among them.</summary>
internal sealed partial class BodyLowering
{
    private Lowered Member(IOperation operation, ISymbol member, ITypeSymbol type, IOperation? instance, Frame frame)
    {
        // A call lowers its receiver itself.
        if (_operations.DeclarationOf(member) is not null && CallNormaliser.Normalise(operation, contracts) is { } call)
            return Call(call, frame);
        Lowered? owner = instance is null ? null : Expression(instance, frame);
        switch (owner)
        {
            case LoweredTensor tensor when !IsTensor(type) && contracts.Known.IsTensor(type):
                return new LoweredHost(HostExpression.ShapeOf(tensor.Id, string.Empty), type, tensor.Known);
            case LoweredTensor tensor when ParameterKinds.IsInteger(type):
                return new LoweredHost(HostExpression.ShapeOf(tensor.Id, "." + member.Name), type, frame.Shapes.Visit(operation, frame.State));
            case LoweredHost host when ParameterKinds.IsInteger(type):
                return new LoweredHost(HostExpression.Join(["", "." + member.Name], [host.Expression]), type, frame.Shapes.Visit(operation, frame.State));
            case null or LoweredModel:
                break;
            default:
                throw Unsupported(operation, frame);
        }

        LoweredModel? model = (LoweredModel?)owner;
        if (!compilation.IsSymbolAccessibleWithin(member, _home!))
            throw Refuse(RefusalIds.HostValue, $"{frame.Method.Name} cannot be compiled: {member.Name} is not accessible from {_home!.Name}; make it public or internal", operation);
        string expression = model is null ? member.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)) : PathTo(model, member.Name, frame);
        IsPortable &= member.DeclaredAccessibility == Accessibility.Public;
        if (IsTensor(type))
        {
            bool isParameter = KnownSymbols.Find(member.GetAttributes(), contracts.Known.Parameter) is not null;
            if (!isParameter && !IsFixed(member))
                throw Changes(member, operation, frame);
            if (!isParameter && IsComputed(member))
                throw Refuse(RefusalIds.Call, $"{frame.Method.Name} cannot be compiled: {member.Name} computes a tensor when it is read; make it a method with [Compiled]", operation);
            TensorValue known = (CallNormaliser.Normalise(operation, contracts) is { } read ? ShapesOf(read, [], frame, model) : null) as TensorValue
                ?? new TensorValue(UnknownShape.Of(frame.Scope.Symbols.At((expression, "read"))), null);
            return new LoweredTensor(Read(expression, member.Name, ElementOf(type), known.Shape, isParameter), known);
        }

        if (IsModel(type) || ParameterKinds.ElementType(contracts.Known, type) is { } element && IsModel(element))
            return IsFixed(member) ? new LoweredModel(expression, type, IsModel(type) ? InstanceOf(expression, type) : null) : throw Changes(member, operation, frame);
        return HostMember(operation, member, type, model, frame);
    }

    private LoweredModel ModelOf(Frame frame) => new(frame.Path, frame.Method.ContainingType, frame.Path.Length == 0 ? null : InstanceOf(frame.Path, frame.Method.ContainingType));

    private LoweredModel ElementOfModels(IOperation place, LoweredModel models, IOperation index, Frame frame)
    {
        if (Expression(index, frame) is not LoweredHost { Expression.IsConstant: true } constant || ParameterKinds.ElementType(contracts.Known, models.Type) is not { } type)
            throw Refuse(RefusalIds.Construct, $"{frame.Method.Name} cannot be compiled: which element of {models.Path} is meant is not a constant", place);
        string path = $"{models.Path}[{constant.Expression.Write(static _ => string.Empty)}]";
        return new LoweredModel(path, type, InstanceOf(path, type));
    }

    /// <summary>The dimensions of a sub-model, as symbols that belong to the place where it is held.</summary>
    private ObjectValue InstanceOf(string path, ITypeSymbol type) => new(contracts.AmbientOf(type as INamedTypeSymbol).ToImmutableSortedDictionary(
        static name => name, name => Dimension.Of(new Symbol(path + "." + name, Dimensions.SymbolKind.Opaque)), StringComparer.Ordinal));

    private IReadOnlyDictionary<string, Dimension>? DimensionsOf(LoweredModel? receiver, Frame frame) => receiver switch
    {
        { Known: ObjectValue instance } => instance.Dimensions,
        not null => frame.Scope.Body.Dimensions.Where(pair => contracts.AmbientOf(frame.Method.ContainingType).Contains(pair.Key)).ToDictionary(static pair => pair.Key, static pair => pair.Value),
        null => null,
    };

    /// <summary>A number or text that a model holds, or a parameter of its primary constructor.</summary>
    private Lowered HostMember(IOperation operation, ISymbol member, ITypeSymbol type, LoweredModel? model, Frame frame)
    {
        if (!ParameterKinds.IsScalar(type) && type.SpecialType != SpecialType.System_String)
            throw Unsupported(operation, frame);
        Analyzers.Flow.Value? known = frame.Shapes.Visit(operation, frame.State);
        if (member is IParameterSymbol && model is { Path.Length: > 0 })
            return new LoweredHost(DimensionOf(member.Name, model, operation, frame), type, known);
        if (member is not IParameterSymbol && !IsFixed(member))
            throw Changes(member, operation, frame);
        string expression = model is null ? member.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType))
            : member is IParameterSymbol ? Models.ModelGathering.DimensionsOf(contracts.Known, _home!).FirstOrDefault(dimension => dimension.Name == member.Name)?.Expression ?? member.Name
            : PathTo(model, member.Name, frame);
        return new LoweredHost(HostExpression.Variable(expression), type, known);
    }

    /// <summary>A dimension of a sub-model that only its parameters tell from outside.</summary>
    private HostExpression DimensionOf(string name, LoweredModel model, IOperation operation, Frame frame)
    {
        foreach (IPropertySymbol property in model.Type.GetMembers().OfType<IPropertySymbol>())
        {
            if (KnownSymbols.Find(property.GetAttributes(), contracts.Known.Parameter) is null || AnnotationReader.Items(contracts.Known, property.GetAttributes()) is not { } items)
                continue;
            string[] sizes = [.. items.SelectMany(static item => item is string text ? text.Split(',') : [item.ToString()]).Select(static size => size.Trim())];
            int axis = Array.IndexOf(sizes, name);
            if (axis < 0 || sizes.Any(static size => size.StartsWith("...", StringComparison.Ordinal)) || !compilation.IsSymbolAccessibleWithin(property, _home!))
                continue;
            string path = PathTo(model, property.Name, frame);
            int id = Read(path, property.Name, ElementOf(property.Type), UnknownShape.Of(frame.Scope.Symbols.At((path, "read"))), isParameter: true);
            return HostExpression.ShapeOf(id, $"[{axis}]");
        }

        throw Refuse(RefusalIds.HostValue, $"{frame.Method.Name} cannot be compiled: '{name}' of {model.Path} cannot be read from outside; make it a property, or use it as a size of a parameter", operation);
    }

    private static string PathTo(LoweredModel model, string name, Frame frame)
    {
        if (model.Path.Length > 0)
            return model.Path + "." + name;
        Frame root = frame;
        while (root.Caller is { } caller)
            root = caller;
        return root.Method.Parameters.Any(parameter => parameter.Name == name) ? "this." + name : name;
    }

    private static RefusedException Changes(ISymbol member, IOperation operation, Frame frame) => Refuse(
        RefusalIds.HostValue, $"{frame.Method.Name} cannot be compiled: {member.Name} can change between calls; make it read-only", operation);

    private static bool IsFixed(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly || field.IsConst,
        IPropertySymbol property => property.SetMethod is null or { IsInitOnly: true },
        _ => true,
    };

    /// <summary>Whether a property has a body, through which a gradient may flow.</summary>
    private static bool IsComputed(ISymbol member) => member is IPropertySymbol property
        && !property.ContainingType.GetMembers().Any(candidate => candidate is IFieldSymbol field && KnownSymbols.Same(field.AssociatedSymbol, property));

    /// <summary>Whether values of the type are tensors, and not the shapes of tensors.</summary>
    private bool IsTensor(ITypeSymbol? type) => type is INamedTypeSymbol { TypeArguments.Length: 1 } && contracts.Known.IsTensor(type);

    private bool IsModel(ITypeSymbol type) => ModelElement.IsModel(contracts.Known, type);
}
