using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>What the members of a routine take and give.</summary>
internal sealed class MemberSignature
{
    public MemberSignature(RoutineShape shape, TypeNames types)
    {
        MemberSpec member = shape.Member;
        bool isTuple = member.ReturnsTuple;
        Arguments = [.. member.Parameters.Select(static parameter => $"{parameter.Type} {parameter.Name}"), .. shape.Cotangents.Select((name, i) => $"{types.Tensor(member.ResultElements[i])} {name}")];
        ArgumentNames = [.. member.Parameters.Select(static parameter => parameter.Name), .. shape.Cotangents];

        List<(string Type, string Name)> fresh = [];
        List<(string Type, string Name)> returned = [];
        List<Destination> destinations = [];
        Names names = new([.. member.Parameters.Select(static parameter => parameter.Name.TrimStart('@')), .. shape.Cotangents]);
        Names tuple = new([]);
        Accumulate = names.Unique("accumulate");
        for (int i = 0; i < member.ResultElements.Count; i++)
        {
            string element = member.ResultElements[i];
            string suffix = isTuple ? (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
            if (shape.IsScalar)
            {
                fresh.Add((element, "Value"));
                returned.Add((element, "Value"));
                continue;
            }

            fresh.Add((types.Tensor(element), "Value" + suffix));
            destinations.Add(new Destination(types.Tensor(element), names.Unique((shape.IsDerivative ? "value" : "destination") + suffix), "Value" + suffix, IsGradient: false));
        }

        if (shape.ModelElement is { } model)
        {
            string gradients = types[$"Gradients<{model}>"];
            fresh.Add((gradients, "Gradients"));
            returned.Add((gradients, "Gradients"));
        }

        foreach ((string name, string element) in shape.GradientArguments)
        {
            string part = tuple.Unique(Names.PascalCase(name) + "Gradient");
            fresh.Add((types.Tensor(element), part));
            destinations.Add(new Destination(types.Tensor(element), names.Unique(Names.CamelCase(name.TrimStart('@')) + "Gradient"), part, IsGradient: true));
        }

        Fresh = TypeOf(fresh, types);
        Returned = TypeOf(returned, types);
        Destinations = [.. destinations];
    }

    /// <summary>The parameters that every form has.</summary>
    public IReadOnlyList<string> Arguments { get; }

    public IReadOnlyList<string> ArgumentNames { get; }

    /// <summary>The type of what comes back when results are fresh tensors.</summary>
    public string Fresh { get; }

    /// <summary>The type of what comes back when tensors go into destinations; <c>void</c> when nothing does.</summary>
    public string Returned { get; }

    /// <summary>The destinations that the caller can give.</summary>
    public IReadOnlyList<Destination> Destinations { get; }

    /// <summary>The parameter that tells whether gradients are added to what is there.</summary>
    public string Accumulate { get; }

    /// <summary>A tensor that receives a result.</summary>
    /// <param name="Type">Its type.</param>
    /// <param name="Name">The parameter.</param>
    /// <param name="Part">The element of the tuple in which the result comes back where it is fresh.</param>
    /// <param name="IsGradient">Whether it receives a gradient.</param>
    public sealed record Destination(string Type, string Name, string Part, bool IsGradient);

    private static string TypeOf(List<(string Type, string Name)> parts, TypeNames types) => parts switch
    {
        { Count: 0 } => "void",
        { Count: 1 } => parts[0].Type,
        { Count: 2 } when parts[0].Name == "Value" && parts[1].Name == "Gradients" && !parts[0].Type.Contains("Tensor<") => types[$"ValueAndGradients<{parts[0].Type}>"],
        _ => $"({string.Join(", ", parts.Select(static part => $"{part.Type} {part.Name}"))})",
    };
}

/// <summary>What decides the signature of a routine's members; it is known even where the method was refused.</summary>
internal sealed record RoutineShape(
    MemberSpec Member, string Name, bool IsDerivative, bool IsScalar, string? ModelElement, IReadOnlyList<string> Cotangents, IReadOnlyList<(string Name, string Element)> GradientArguments)
{
    public static RoutineShape Of(MemberSpec member, bool isDerivative, string? modelElement)
    {
        bool isScalar = member.IsScalar;
        string name = isDerivative ? Routine.DerivativeName(member) : Routine.CompiledName(member);
        IReadOnlyList<string> cotangents = isDerivative && !isScalar ? CotangentsOf(member) : [];
        return new RoutineShape(
            member, name, isDerivative, isScalar, isDerivative && !member.IsStatic ? modelElement : null, cotangents,
            isDerivative ? [.. member.Wanted.Select(index => (member.Parameters[index].Name, member.Parameters[index].Element!))] : []);
    }

    /// <summary>The parameters that receive the cotangents of the results.</summary>
    public static string[] CotangentsOf(MemberSpec member)
    {
        Names names = new(member.Parameters.Select(static parameter => parameter.Name.TrimStart('@')));
        return [.. member.ResultElements.Select((_, i) => names.Unique(member.ResultElements.Count == 1 ? "cotangent" : $"cotangent{i + 1}"))];
    }
}
