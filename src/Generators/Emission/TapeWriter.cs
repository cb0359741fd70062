using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes the method that computes the same by running the user's method on the tape, so that it can be stepped through.</summary>
internal sealed class TapeWriter(RoutineShape shape, string name, MemberSignature signature, TypeNames types, SourceWriter writer)
{
    private readonly Names _locals = new([.. signature.ArgumentNames.Select(static argument => argument.TrimStart('@')), signature.Accumulate, shape.Member.Name, "Parameters"]);

    private MemberSpec Member => shape.Member;

    private string TapeCode => types["TapeCode", "Compilation"];

    public void Write()
    {
        string[] parameters = [.. signature.Arguments, .. shape.ModelElement is not null ? [$"bool {signature.Accumulate}"] : (string[])[]];
        using (writer.Block($"private {(Member.IsStatic ? "static " : "")}{signature.Fresh} {name}({string.Join(", ", parameters)})"))
        {
            if (shape.IsDerivative)
                Derivative();
            else
                Value();
        }
    }

    private void Value()
    {
        string result = _locals.Unique("result");
        string call = $"{Member.Name}({string.Join(", ", Member.Parameters.Select(static parameter => parameter.Name))})";
        writer.Line($"using var {_locals.Unique("untracked")} = {types["Ops"]}.NoGrad();");
        if (Member.ReturnsTuple)
        {
            writer.Line($"var {result} = {call};");
            writer.Line($"return ({string.Join(", ", Member.ResultElements.Select((_, i) => $"{result}.Item{i + 1}.Clone()"))});");
        }
        else
        {
            writer.Line(shape.IsScalar ? $"return {call}.Item();" : $"return {call}.Clone();");
        }
    }

    private void Derivative()
    {
        List<string> arguments = [];
        Dictionary<string, string> leaves = [];
        foreach (ArgumentSpec parameter in Member.Parameters)
        {
            bool isWanted = shape.GradientArguments.Any(wanted => wanted.Name == parameter.Name);
            string argument = parameter.Name;
            if (isWanted)
            {
                argument = leaves[parameter.Name] = _locals.Unique(parameter.Name.TrimStart('@') + "Leaf");
                writer.Line($"{parameter.Type} {argument} = {TapeCode}.Leaf({parameter.Name});");
            }

            arguments.Add(argument);
        }

        string result = _locals.Unique("result");
        string call = $"{Member.Name}({string.Join(", ", arguments)})";
        if (shape.ModelElement is not null)
            writer.Line($"{TapeCode}.Begin(Parameters);");
        writer.Line($"var {result} = {call};");
        string[] results = Member.ReturnsTuple ? [.. Member.ResultElements.Select((_, i) => $"{result}.Item{i + 1}")] : [result];
        if (shape.IsScalar)
        {
            writer.Line($"{TapeCode}.Backward({result});");
        }
        else
        {
            string[] terms = [.. results.Zip(shape.Cotangents, static (item, cotangent) => (Item: item, Cotangent: cotangent))
                .Where((_, i) => Member.ResultElements[i] is "float" or "double")
                .Select(pair => $"{types["Ops"]}.Sum({pair.Item} * {pair.Cotangent})")];
            writer.Line($"{TapeCode}.Backward({string.Join(" + ", terms)});");
        }

        List<string> parts = [.. results.Select(item => shape.IsScalar ? item + ".Item()" : item + ".Detach().Clone()")];
        if (shape.ModelElement is not null)
            parts.Add($"{TapeCode}.Complete(Parameters, {signature.Accumulate})");
        parts.AddRange(shape.GradientArguments.Select(wanted => $"{TapeCode}.GradientOf({leaves[wanted.Name]})"));
        writer.Line(parts.Count == 1 ? $"return {parts[0]};" : signature.Fresh[0] == '(' ? $"return ({string.Join(", ", parts)});" : $"return new({string.Join(", ", parts)});");
    }
}
