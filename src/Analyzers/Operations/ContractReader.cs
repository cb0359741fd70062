using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Operations;

/// <summary>Reads the contracts of members from their symbols, in source and in metadata alike, each once per compilation.</summary>
internal sealed class ContractReader
{
    private readonly ConcurrentDictionary<ISymbol, Contract?> _contracts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<string>> _ambient = new(SymbolEqualityComparer.Default);

    public ContractReader(KnownSymbols known) => Known = known;

    public KnownSymbols Known { get; }

    /// <summary>The contract that a call of the member has to fulfil; null when nothing is declared.</summary>
    /// <param name="member">A method, constructor, operator or property; a form gives the contract of its operation.</param>
    public Contract? OfCall(ISymbol? member)
    {
        if (member is null)
            return null;
        ISymbol definition = member.OriginalDefinition;
        return Known.MayBeAnnotated(definition) ? _contracts.GetOrAdd(definition, ReadCall) : null;
    }

    /// <summary>The contract of storing into a field, property or primary-constructor parameter with a declared shape; else null.</summary>
    public Contract? OfStore(ISymbol member)
    {
        ISymbol definition = member.OriginalDefinition;
        if (!Known.MayBeAnnotated(definition) || AnnotationReader.Items(Known, definition.GetAttributes()) is not { } items)
            return null;
        ImmutableArray<string> ambient = AmbientOf(definition.ContainingType);
        ParameterDeclaration value = new(definition.Name, ParameterKinds.Classify(Known, TypeOf(definition)), items);
        Signature signature = Signature.Parse(definition.Name, [value], new ResultDeclaration([]), [], ambient);
        return new Contract(signature, [definition], HasReceiver: false, AllowsBroadcast: false, ambient, ReturnsTuple: false);
    }

    /// <summary>The declaration of a method as its own body sees it: with the facts of the surrounding type.</summary>
    public Signature OfBody(ISymbol owner)
    {
        INamedTypeSymbol? type = owner.ContainingType;
        IEnumerable<string> typeFacts = type is null ? [] : AnnotationReader.Facts(Known, type);
        if (owner is not IMethodSymbol method)
            return Signature.Parse(owner.Name, [], new ResultDeclaration([]), [.. typeFacts], AmbientOf(type));
        ISymbol annotated = method.AssociatedSymbol as IPropertySymbol ?? (ISymbol)method;
        bool returns = method.MethodKind is not MethodKind.PropertySet;
        return Signature.Parse(
            annotated.Name,
            [.. ReceiverOf(method), .. method.Parameters.Select(parameter => Declare(parameter, annotated))],
            returns ? ResultOf(annotated) : new ResultDeclaration([]),
            [.. typeFacts, .. AnnotationReader.Facts(Known, method)],
            AmbientOf(type));
    }

    /// <summary>The declaration of a member, for checking what is written there. The facts of the surrounding type come first.</summary>
    public Signature OfDeclaration(ISymbol member) => Parse(member).Signature;

    /// <summary>The names that are dimensions of a type: its <c>[Dim]</c> members and constructor parameters.</summary>
    public ImmutableArray<string> AmbientOf(INamedTypeSymbol? type)
    {
        if (type is null || type.IsTupleType || !Known.MayBeAnnotated(type))
            return [];
        return _ambient.GetOrAdd(type.OriginalDefinition, ReadAmbient);
    }

    /// <summary>The declaration that a form calls; null when there is none that fits.</summary>
    public IMethodSymbol? DeclarationOf(ISymbol form, AttributeData formOf)
    {
        if (formOf.ConstructorArguments.Length != 2
            || formOf.ConstructorArguments[0].Value is not INamedTypeSymbol type
            || formOf.ConstructorArguments[1].Value is not string name)
            return null;
        ImmutableArray<ParameterDeclaration> parameters = ParametersOf(form);
        IMethodSymbol? best = null;
        int bestScore = -1;
        foreach (ISymbol member in type.OriginalDefinition.GetMembers(name))
        {
            if (member is not IMethodSymbol method || KnownSymbols.Find(method.GetAttributes(), Known.FormOf) is not null)
                continue;
            ImmutableArray<ParameterDeclaration> declared = ParametersOf(method);
            ImmutableArray<int> places = PlacesOf(form, parameters, declared);
            if (places.Count(static place => place >= 0) != parameters.Length)
                continue;
            int score = declared.Zip(places, (parameter, place) => place < 0 ? 0 : Fits(parameter, parameters[place]))
                .Aggregate(0, static (sum, fit) => sum < 0 || fit < 0 ? -1 : sum + fit);
            if (score > bestScore)
                (best, bestScore) = (method, score);
        }

        return best;
    }

    /// <summary>For each declared parameter which parameter of a form it is: the one in its place, or, where the form lacks some, the one of its name; -1 for none.</summary>
    private ImmutableArray<int> PlacesOf(ISymbol form, ImmutableArray<ParameterDeclaration> parameters, ImmutableArray<ParameterDeclaration> declared)
    {
        bool hasReceiver = ReceiverOf(form).Any();
        return [.. declared.Select((parameter, i) =>
            parameters.Length == declared.Length || (i == 0 && hasReceiver) ? i : parameters.ToList().FindIndex(hasReceiver ? 1 : 0, own => own.Name == parameter.Name))];
    }

    /// <summary>The parameters of a member, a receiver first.</summary>
    public ImmutableArray<ParameterDeclaration> ParametersOf(ISymbol member) =>
        [.. ReceiverOf(member), .. ParameterSymbols(member).Select(parameter => Declare(parameter, member))];

    /// <summary>The receiver that a shape rule can speak of: of an extension, or of a tensor type's own member.</summary>
    private IEnumerable<ParameterDeclaration> ReceiverOf(ISymbol member)
    {
        if (member.IsStatic || member.ContainingType is not { } type || member is IMethodSymbol { MethodKind: MethodKind.Constructor })
            return [];
        if (type is { IsExtension: true, ExtensionParameter: { } receiver })
            return [Declare(receiver, member)];
        return Known.IsTensor(type) ? [new ParameterDeclaration("this", ParameterKind.Tensor)] : [];
    }

    private static ImmutableArray<IParameterSymbol> ParameterSymbols(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    private static ITypeSymbol TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol method => method.ReturnType,
        _ => throw new ArgumentException("A symbol without a type: " + member.Kind, nameof(member)),
    };

    /// <summary>How well a parameter of a form fits the declared one; negative when it does not.</summary>
    private static int Fits(ParameterDeclaration declared, ParameterDeclaration form) =>
        declared.Kind == form.Kind ? 1
        : declared.Kind == ParameterKind.Tensor && form.Kind is ParameterKind.Other or ParameterKind.Integer or ParameterKind.Boolean ? 0
        : declared.Kind == ParameterKind.IntegerList && form.Kind is ParameterKind.Tensor or ParameterKind.Integer ? 0
        : -1;

    private Contract? ReadCall(ISymbol member)
    {
        ImmutableArray<AttributeData> attributes = member.GetAttributes();
        bool allowsBroadcast = KnownSymbols.Find(attributes, Known.AllowBroadcast) is not null;
        if (KnownSymbols.Find(attributes, Known.FormOf) is { } formOf)
        {
            if (DeclarationOf(member, formOf) is not { } declaration || OfCall(declaration) is not { } shared)
                return null;
            ImmutableArray<ParameterDeclaration> own = ParametersOf(member);
            return shared with
            {
                HasReceiver = ReceiverOf(member).Any(),
                AllowsBroadcast = allowsBroadcast || shared.AllowsBroadcast,
                Places = own.Length == shared.Signature.Parameters.Count ? null : PlacesOf(member, own, ParametersOf(declaration)),
            };
        }

        Contract contract = Parse(member);
        if (contract.Signature.IsDeclared || allowsBroadcast)
            return contract with { AllowsBroadcast = allowsBroadcast };
        return member is IMethodSymbol { OverriddenMethod: { } overridden } ? OfCall(overridden)
            : member is IPropertySymbol { OverriddenProperty: { } property } ? OfCall(property)
            : null;
    }

    private Contract Parse(ISymbol member)
    {
        ImmutableArray<ParameterDeclaration> receiver = [.. ReceiverOf(member)];
        ImmutableArray<IParameterSymbol> parameters = ParameterSymbols(member);
        ImmutableArray<string> ambient = AmbientOf(member.ContainingType);
        ResultDeclaration result = ResultOf(member);
        bool isConstructor = member is IMethodSymbol { MethodKind: MethodKind.Constructor };
        IEnumerable<string> typeFacts = member.ContainingType is { } type ? AnnotationReader.Facts(Known, type) : [];
        Signature signature = Signature.Parse(
            isConstructor ? member.ContainingType.Name : member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.Name,
            [.. receiver, .. parameters.Select(parameter => Declare(parameter, member))],
            result,
            [.. typeFacts, .. AnnotationReader.Facts(Known, member)],
            isConstructor ? [] : ambient);
        ISymbol? receiverSymbol = member.ContainingType is { IsExtension: true } extension ? extension.ExtensionParameter : null;
        return new Contract(
            signature,
            [.. receiver.Select(_ => receiverSymbol), .. parameters],
            HasReceiver: receiver.Length > 0,
            AllowsBroadcast: false,
            ambient,
            ReturnsTuple: result.Shapes.Count > 1 || Known.Awaited(TypeOf(member)).IsTupleType);
    }

    private ParameterDeclaration Declare(IParameterSymbol parameter, ISymbol member)
    {
        ImmutableArray<AttributeData> attributes = parameter.GetAttributes();
        bool isPattern = KnownSymbols.Find(attributes, Known.ShapePattern) is not null;
        ParameterKind kind = ParameterKinds.Classify(Known, parameter.Type, isPattern);
        IReadOnlyList<object>? items = AnnotationReader.Items(Known, attributes);
        if (kind == ParameterKind.TensorTuple && AnnotationReader.TupleItems(Known, attributes) is { } tuple)
            items = [.. tuple.Select(shape => shape[0])];

        // The value of a setter has the shape of its property.
        if (member is IPropertySymbol property
            && parameter is { Name: "value", ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.PropertySet } })
            items ??= AnnotationReader.Items(Known, property.GetAttributes());
        string name = parameter.Name.Length == 0 ? "this" : parameter.Name;
        return new ParameterDeclaration(name, kind, items, AnnotationReader.IsDim(Known, attributes));
    }

    private ResultDeclaration ResultOf(ISymbol member)
    {
        ImmutableArray<AttributeData> attributes = member is IMethodSymbol method ? method.GetReturnTypeAttributes() : member.GetAttributes();
        string? dim = AnnotationReader.DimExpression(Known, attributes);
        if (dim is null && AnnotationReader.IsDim(Known, attributes))
            dim = member.Name;
        if (AnnotationReader.TupleItems(Known, attributes) is { } tuple)
            return new ResultDeclaration(tuple, dim);
        return new ResultDeclaration(AnnotationReader.Items(Known, attributes) is { } items ? [items] : [], dim);
    }

    private ImmutableArray<string> ReadAmbient(INamedTypeSymbol type)
    {
        SortedSet<string> names = new(StringComparer.Ordinal);
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol or IPropertySymbol && AnnotationReader.IsDim(Known, member.GetAttributes()))
                names.Add(member.Name);
            if (member is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
                continue;
            foreach (IParameterSymbol parameter in constructor.Parameters)
            {
                if (AnnotationReader.IsDim(Known, parameter.GetAttributes()))
                    names.Add(parameter.Name);
            }
        }

        if (type.BaseType is { } baseType)
            names.UnionWith(AmbientOf(baseType));
        return [.. names];
    }
}
