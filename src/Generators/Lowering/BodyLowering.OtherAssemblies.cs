using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Flow;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;
using TypedTensors.Generators.Ir;
using TypedTensors.Shapes;
using TypedTensors.Signatures;
using Value = TypedTensors.Generators.Ir.Value;

namespace TypedTensors.Generators.Lowering;

/// <summary>Methods of other assemblies: their intermediate code is included; where that cannot be read they are called.</summary>
internal sealed partial class BodyLowering
{
    private static readonly Regex NameInShape = new(@"(?<pack>\.\.\.)?(?<name>[\p{L}_][\p{L}\p{Nd}_]*)", RegexOptions.CultureInvariant);

    private Lowered IncludeOtherAssembly(
        IInvocationOperation call,
        IMethodSymbol method,
        LoweredModel? receiver,
        IReadOnlyList<KeyValuePair<IParameterSymbol, Lowered>> arguments,
        Analyzers.Flow.Value? contract,
        Frame frame)
    {
        string? code = CarriedCode(method);
        if (code is null || CodeText.Read(code, ShapeReader(code, method, receiver, arguments, frame)) is not { } carried)
            return CallOtherAssembly(call, method, receiver, arguments, contract, frame);
        int[] ids = new int[carried.Values.Count];
        for (int i = 0; i < ids.Length; i++)
            ids[i] = Include(carried.Values[i], receiver, arguments, call, frame);
        foreach (Step step in carried.Steps)
            function.Steps.Add(step.Renumber(value => ids[value]));
        Lowered[] results = [.. carried.Results.Select(result => new LoweredTensor(ids[result], new TensorValue(function.Values[ids[result]].Shape, null)))];
        if (method.ReturnType.IsTupleType)
            return new LoweredList([.. results]);
        LoweredTensor single = (LoweredTensor)results[0];
        return single.Known is TensorValue { Shape.Rank: null } && contract is TensorValue { Shape.Rank: not null } declared ? Refine(single, declared) : single;
    }

    /// <summary>The code that the generated form of a method carries; null when there is none of this version.</summary>
    private string? CarriedCode(IMethodSymbol method)
    {
        foreach (ISymbol member in method.ContainingType.GetMembers(Emission.Routine.CompiledName(method.Name)))
        {
            if (KnownSymbols.Find(member.GetAttributes(), contracts.Known.IntermediateCode) is { ConstructorArguments: { Length: 2 } constants }
                && constants[0].Value is CodeText.Version
                && constants[1].Value is string code)
                return code;
        }

        return null;
    }

    /// <summary>One value of carried code as a value of this function.</summary>
    private int Include(Value value, LoweredModel? receiver, IReadOnlyList<KeyValuePair<IParameterSymbol, Lowered>> arguments, IInvocationOperation call, Frame frame)
    {
        switch (value.Definition)
        {
            case CarriedDefinition { Kind: "argument" } argument:
                Lowered given = arguments[int.Parse(argument.Name, System.Globalization.CultureInfo.InvariantCulture)].Value;
                return given switch
                {
                    LoweredTensor tensor => tensor.Id,
                    LoweredHost host => NumberOf(HostExpression.Join(["(" + value.Element + ")(", ")"], [host.Expression]), value.Element, call, frame),
                    _ => throw Unsupported(call, frame),
                };
            case CarriedDefinition carried:
                string path = receiver is null ? throw Unsupported(call, frame) : PathTo(receiver, carried.Name, frame);
                return Read(path, value.Name, value.Element, value.Shape, carried.Kind == "parameter");
            case NumberDefinition number:
                return NumberOf(number.Expression, value.Element, call, frame);
            default:
                return function.Add(value);
        }
    }

    /// <summary>Reads shapes in the names of a method of another assembly, for the sizes that the arguments bring.</summary>
    private Func<string, ShapeValue> ShapeReader(
        string code, IMethodSymbol method, LoweredModel? receiver, IReadOnlyList<KeyValuePair<IParameterSymbol, Lowered>> arguments, Frame frame)
    {
        FreshSymbols fresh = frame.Scope.Symbols.At((method, receiver?.Path, function.Values.Count));
        Dictionary<string, Dimension> dimensions = [];
        foreach (KeyValuePair<string, Dimension> dimension in DimensionsOf(receiver, frame) ?? new Dictionary<string, Dimension>())
            dimensions[dimension.Key] = dimension.Value;
        foreach (KeyValuePair<IParameterSymbol, Lowered> argument in arguments)
            BindNames(argument.Key, argument.Value.Known, dimensions);
        Dictionary<string, Symbol> packs = [];
        foreach (Match match in NameInShape.Matches(code))
        {
            string name = match.Groups["name"].Value;
            if (match.Groups["pack"].Success && !packs.ContainsKey(name))
                packs.Add(name, fresh.Opaque(name));
            else if (!match.Groups["pack"].Success && !dimensions.ContainsKey(name))
                dimensions.Add(name, Dimension.Of(fresh.Opaque(name)));
        }

        SignatureBody body = new([], dimensions, packs, Facts.None, []);
        return text => text.Length == 0 ? ShapeValue.Of() : body.ParsePattern(text, fresh, out _);
    }

    /// <summary>The names of a declared shape stand for the sizes of the argument, counted from both ends where a pack lies between.</summary>
    private void BindNames(IParameterSymbol parameter, Analyzers.Flow.Value? known, Dictionary<string, Dimension> dimensions)
    {
        if (known is not TensorValue { Shape: { Rank: { } rank } shape } || AnnotationReader.Items(contracts.Known, parameter.GetAttributes()) is not { } items)
            return;
        string[] names = [.. items.SelectMany(static item => item.ToString().Split(',')).Select(static name => name.Trim())];
        int pack = Array.FindIndex(names, static name => name.StartsWith("...", StringComparison.Ordinal));
        if (pack < 0 ? names.Length != rank : names.Length - 1 > rank)
            return;
        for (int i = 0; i < names.Length; i++)
        {
            int axis = pack < 0 || i < pack ? i : rank - names.Length + i;
            if (i != pack && !dimensions.ContainsKey(names[i]))
                dimensions.Add(names[i], shape[axis]);
        }
    }

    private Lowered CallOtherAssembly(
        IInvocationOperation call,
        IMethodSymbol method,
        LoweredModel? receiver,
        IReadOnlyList<KeyValuePair<IParameterSymbol, Lowered>> arguments,
        Analyzers.Flow.Value? contract,
        Frame frame)
    {
        IMethodSymbol? compiled = method.ContainingType.GetMembers(Emission.Routine.CompiledName(method.Name)).OfType<IMethodSymbol>()
            .FirstOrDefault(member => member.Parameters.Length == method.Parameters.Length + 1);
        if (compiled is null || arguments.Any(static argument => argument.Value is not LoweredTensor) || !compilation.IsSymbolAccessibleWithin(compiled, _home!))
        {
            throw Refuse(
                RefusalIds.Call,
                $"{frame.Method.Name} cannot be compiled: {method.Name} of {method.ContainingAssembly.Name} carries no intermediate code of version {CodeText.Version}, and its generated form cannot be called here",
                call);
        }

        IsPortable = false;
        string owner = receiver is null ? method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : receiver.Path.Length == 0 ? "this" : receiver.Path;
        int[] inputs = [.. arguments.Select(static argument => ((LoweredTensor)argument.Value).Id)];
        IMethodSymbol? vjp = method.ContainingType.GetMembers(method.Name + "Vjp").OfType<IMethodSymbol>()
            .OrderByDescending(static member => member.Parameters.Length).FirstOrDefault();
        bool[] gives = [.. method.Parameters.Select(parameter => vjp is not null && vjp.Parameters.Any(candidate => candidate.Name == parameter.Name + "Gradient"))];
        int output = Compute(Emission.Names.CamelCase(method.Name), ElementOf(method.ReturnType), contract, call, frame);
        function.Steps.Add(new OpaqueStep(owner + "." + method.Name, vjp is not null, [.. gives], [.. inputs], [output]));
        return new LoweredTensor(output, new TensorValue(function.Values[output].Shape, null));
    }
}
