using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes the members that users call: with fresh results, and with destinations where tensors come back.</summary>
internal sealed class EntryWriter(RoutineLayout layout, RoutineShape shape, MemberSignature signature, SourceWriter writer)
{
    private readonly Dictionary<string, string> _targets = [];
    private string _onTape = string.Empty;
    private string _computed = string.Empty;

    private TypeNames Types => layout.Types;

    private MemberSpec Member => shape.Member;

    private string CompiledCode => Types["CompiledCode", "Compilation"];

    private string Static => Member.IsStatic ? "static " : "";

    private string Name => shape.Name;

    public void Write(string? intermediateCode)
    {
        Names locals = new([.. layout.SourceNames, .. signature.ArgumentNames, .. signature.Destinations.Select(static destination => destination.Name), signature.Accumulate]);
        _onTape = locals.Unique("onTape");
        _computed = locals.Unique("computed");
        foreach (MemberSignature.Destination destination in signature.Destinations)
            _targets.Add(destination.Name, locals.Unique(destination.Name + "Target"));
        Documentation.Write(writer, layout, shape, signature, withDestinations: false);
        if (intermediateCode is not null)
            writer.Line(intermediateCode);
        Fresh();
        if (signature.Destinations.Count > 0)
        {
            writer.Line();
            Documentation.Write(writer, layout, shape, signature, withDestinations: true);
            WithDestinations();
        }

        writer.Line();
        new TapeWriter(shape, layout.Members.OnTape, signature, Types, writer).Write();
    }

    private void Fresh()
    {
        // Accumulated are the gradients of the model; what comes back as a fresh tensor has nothing to be added to.
        bool accumulates = shape.ModelElement is not null;
        string parameters = string.Join(", ", [.. signature.Arguments, .. accumulates ? [$"bool {signature.Accumulate} = false"] : (string[])[]]);
        using (writer.Block($"{Member.Accessibility} {Static}{signature.Fresh} {Name}({parameters})"))
        {
            OnTape($"return {layout.Members.OnTape}({string.Join(", ", [.. signature.ArgumentNames, .. accumulates ? [signature.Accumulate] : (string[])[]])});");
            Body(accumulates ? signature.Accumulate : "false", () =>
            {
                string[] fresh = [.. Deliveries().Select(delivery =>
                {
                    string local = delivery.Destination;
                    writer.Line($"{delivery.Type} {local} = {CompiledCode}.Fresh<{delivery.Element}>({delivery.Shape});");
                    return local;
                })];
                Run([.. Deliveries().Where(static delivery => delivery.Result >= 0).Select(delivery => $"{CompiledCode}.ViewOf({delivery.Destination})")]);
                foreach (Delivery delivery in Deliveries().Where(static delivery => delivery.Result < 0))
                    writer.Line($"{CompiledCode}.Fill({CompiledCode}.ViewOf({delivery.Destination}), default({delivery.Element}));");
                Return(fresh);
            });
        }
    }

    private void WithDestinations()
    {
        string[] destinations = [.. signature.Destinations.Select(static destination => $"{destination.Type} {destination.Name}")];
        bool accumulates = shape.IsDerivative;
        string parameters = string.Join(", ", [.. signature.Arguments, .. destinations, .. accumulates ? [$"bool {signature.Accumulate} = false"] : (string[])[]]);
        using (writer.Block($"{Member.Accessibility} {Static}{signature.Returned} {Name}({parameters})"))
        {
            TapeWithDestinations(accumulates);
            Body(accumulates ? signature.Accumulate : "false", () =>
            {
                string inputs = string.Join(", ", Member.Parameters.Where(static parameter => parameter.Element is not null).Select(static parameter => parameter.Name).Concat(shape.Cotangents));
                foreach (Delivery delivery in Deliveries())
                {
                    string adds = accumulates && delivery.IsGradient ? signature.Accumulate : "false";
                    string staging = delivery.Result >= 0 ? $"{layout.Plan}.{layout.NameOf(delivery.Result)}" : "null";
                    writer.Line($"{Types[$"Destination<{delivery.Element}>", "Compilation"]} {_targets[delivery.Destination]} = new(nameof({Name}), nameof({delivery.Destination}), {delivery.Destination}, {delivery.Shape}, {staging}, {layout.Workspace}, {adds}, [{inputs}]);");
                }

                Run([.. Deliveries().Where(static delivery => delivery.Result >= 0).Select(delivery => _targets[delivery.Destination] + ".View")]);
                foreach (Delivery delivery in Deliveries())
                    writer.Line($"{_targets[delivery.Destination]}.Complete();");
                Return([]);
            });
        }
    }

    private void OnTape(string statement)
    {
        writer.Line($"if ({CompiledCode}.RunsOnTape)");
        using (writer.Indent())
            writer.Line(statement);
    }

    private void TapeWithDestinations(bool accumulates)
    {
        writer.Line($"if ({CompiledCode}.RunsOnTape)");
        using (writer.Block())
        {
            string[] arguments = [.. signature.ArgumentNames, .. shape.ModelElement is not null ? [signature.Accumulate] : (string[])[]];
            writer.Line($"var {_onTape} = {layout.Members.OnTape}({string.Join(", ", arguments)});");
            bool isSingle = signature.Fresh[0] != '(';
            foreach (Delivery delivery in Deliveries())
            {
                string adds = accumulates && delivery.IsGradient ? signature.Accumulate : "false";
                string value = isSingle ? _onTape : $"{_onTape}.{delivery.TupleName}";
                writer.Line($"{Types["TapeCode", "Compilation"]}.Deliver({value}, {delivery.Destination}, {adds});");
            }

            if (signature.Returned != "void")
                writer.Line($"return {TapeReturn()};");
            else
                writer.Line("return;");
        }
    }

    private string TapeReturn() => (shape.IsScalar, shape.ModelElement is not null) switch
    {
        (true, true) => $"new({_onTape}.Value, {_onTape}.Gradients)",
        (true, false) => _onTape + ".Value",
        _ => _onTape + ".Gradients",
    };

    /// <summary>The frame around a computation: memory is rented, the plan found or made, and the memory given back whatever happens.</summary>
    private void Body(string accumulate, Action compute)
    {
        string workspaceType = Types[$"Workspace<{layout.Members.PlanType}>", "Compilation"];
        writer.Line();
        writer.Line($"{workspaceType} {layout.Workspace} = {layout.Members.Pool}.Rent();");
        writer.Line("try");
        using (writer.Block())
        {
            string shapes = string.Join(", ", PlannedReads().Select(read => ((ReadDefinition)layout.Values[read].Definition).Expression + ".Shape"));
            string[] keys = [.. Member.Parameters.Where(static parameter => parameter.Key is not null).Select(static parameter => parameter.Key!)];
            string numbers = keys.Length == 0 ? "" : $", [{string.Join(", ", keys)}]";
            writer.Line($"{layout.Members.PlanType} {layout.Plan} = {layout.Workspace}.Find([{shapes}]{numbers}) ?? {layout.Workspace}.Add({layout.Members.PlanMethod}({string.Join(", ", signature.ArgumentNames)}), [{shapes}]{numbers});");
            if (shape.ModelElement is not null)
                writer.Line($"{layout.Plan}.gradients.Begin({accumulate});");
            compute();
        }

        writer.Line("finally");
        using (writer.Block())
            writer.Line($"{layout.Members.Pool}.Return({layout.Workspace});");
    }

    /// <summary>The tensors on whose sizes a plan depends: arguments and what members hold, but for parameters, whose sizes never change.</summary>
    private IEnumerable<int> PlannedReads() => layout.Reads.Where(read => layout.Values[read].Definition is ReadDefinition { IsParameter: false });

    private void Run(IReadOnlyList<string> deliveries)
    {
        List<string> arguments = [layout.Plan, layout.Workspace];
        int[] reads = [.. layout.Reads];
        foreach (int read in RunWriter.UsedArguments(layout))
            arguments.Add($"{layout.Workspace}.Contiguous({((ReadDefinition)layout.Values[read].Definition).Expression}, {Array.IndexOf(reads, read)})");
        arguments.AddRange(Member.Parameters.Where(static parameter => parameter.Element is null).Select(static parameter => parameter.Name));
        if (shape.IsScalar)
        {
            int value = layout.Routine.Values[0];
            writer.Line($"{Types.View(layout.Values[value].Element)} {_computed} = {layout.Plan}.{layout.NameOf(value)}.In({layout.Workspace});");
            arguments.Add(_computed);
        }

        arguments.AddRange(deliveries);
        writer.Line($"{layout.Members.RunMethod}({string.Join(", ", arguments)});");
    }

    private void Return(IReadOnlyList<string> fresh)
    {
        List<string> parts = [];
        if (shape.IsScalar)
            parts.Add(_computed + ".First");
        int values = shape.IsScalar ? 0 : Member.ResultElements.Count;
        parts.AddRange(fresh.Take(values));
        if (shape.ModelElement is not null)
            parts.Add($"{layout.Plan}.gradients.Complete({layout.Workspace})");
        parts.AddRange(fresh.Skip(values));
        if (parts.Count == 0)
            return;
        writer.Line(parts.Count == 1 ? $"return {parts[0]};"
            : signature.Fresh[0] != '(' || (fresh.Count == 0 && signature.Returned[0] != '(') ? $"return new({string.Join(", ", parts)});"
            : $"return ({string.Join(", ", parts)});");
    }

    private IEnumerable<Delivery> Deliveries()
    {
        Routine routine = layout.Routine;
        int destination = 0;
        if (!shape.IsScalar)
        {
            for (int i = 0; i < routine.Values.Count; i++)
            {
                yield return Of(routine.Values[i], signature.Destinations[destination++], $"{layout.Plan}.{layout.NameOf(routine.Values[i])}.Shape");
            }
        }

        foreach (GradientResult gradient in routine.ArgumentGradients)
        {
            string argument = ((ReadDefinition)layout.Values[gradient.Primal].Definition).Expression;
            yield return Of(gradient.Value, signature.Destinations[destination++], argument + ".Shape", layout.Values[gradient.Primal].Element);
        }
    }

    private Delivery Of(int result, MemberSignature.Destination destination, string shapeText, string? element = null)
    {
        string type = element ?? layout.Values[result].Element;
        return new Delivery(result, Types.Tensor(type), type, destination.Name, shapeText, destination.IsGradient, destination.Part);
    }

    /// <summary>A tensor that the caller receives.</summary>
    private sealed record Delivery(int Result, string Type, string Element, string Destination, string Shape, bool IsGradient, string TupleName);
}
