using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes the method that computes the same by running the user's method on the tape, so that it can be stepped through.</summary>
internal sealed class TapeWriter(RoutineShape shape, MemberSignature signature, TypeNames types, SourceWriter writer)
{
    private MemberSpec Member => shape.Member;

    private string TapeCode => types["TapeCode", "Compilation"];

    public void Write()
    {
        string[] parameters = [.. signature.Arguments, .. shape.ModelElement is not null ? ["bool accumulate"] : (string[])[]];
        using (writer.Block($"private {(Member.IsStatic ? "static " : "")}{signature.Fresh} {shape.Name}OnTape({string.Join(", ", parameters)})"))
        {
            if (shape.IsDerivative)
                Derivative();
            else
                Value();
        }
    }

    private void Value()
    {
        string call = $"{Member.Name}({string.Join(", ", Member.Parameters.Select(static parameter => parameter.Name))})";
        writer.Line($"using var untracked = {types["Ops"]}.NoGrad();");
        if (Member.ReturnsTuple)
        {
            writer.Line($"var result = {call};");
            writer.Line($"return ({string.Join(", ", Member.ResultElements.Select(static (_, i) => $"result.Item{i + 1}.Clone()"))});");
        }
        else
        {
            writer.Line(shape.IsScalar ? $"return {call}.Item();" : $"return {call}.Clone();");
        }
    }

    private void Derivative()
    {
        List<string> arguments = [];
        foreach (ArgumentSpec parameter in Member.Parameters)
        {
            bool isWanted = shape.GradientArguments.Any(wanted => wanted.Name == parameter.Name);
            string leaf = parameter.Name.TrimStart('@') + "Leaf";
            if (isWanted)
                writer.Line($"{parameter.Type} {leaf} = {TapeCode}.Leaf({parameter.Name});");
            arguments.Add(isWanted ? leaf : parameter.Name);
        }

        string call = $"{Member.Name}({string.Join(", ", arguments)})";
        if (shape.ModelElement is not null)
            writer.Line($"{TapeCode}.Begin(Parameters);");
        writer.Line($"var result = {call};");
        string[] results = Member.ReturnsTuple ? [.. Member.ResultElements.Select(static (_, i) => $"result.Item{i + 1}")] : ["result"];
        if (shape.IsScalar)
        {
            writer.Line($"{TapeCode}.Backward(result);");
        }
        else
        {
            string[] terms = [.. results.Zip(shape.Cotangents, static (result, cotangent) => (result, cotangent))
                .Where((_, i) => Member.ResultElements[i] is "float" or "double")
                .Select(pair => $"{types["Ops"]}.Sum({pair.result} * {pair.cotangent})")];
            writer.Line($"{TapeCode}.Backward({string.Join(" + ", terms)});");
        }

        List<string> parts = [.. results.Select(result => shape.IsScalar ? result + ".Item()" : result + ".Detach().Clone()")];
        if (shape.ModelElement is not null)
            parts.Add($"{TapeCode}.Complete(Parameters, accumulate)");
        parts.AddRange(shape.GradientArguments.Select(wanted => $"{TapeCode}.GradientOf({wanted.Name.TrimStart('@')}Leaf)"));
        writer.Line(parts.Count == 1 ? $"return {parts[0]};" : signature.Fresh[0] == '(' ? $"return ({string.Join(", ", parts)});" : $"return new({string.Join(", ", parts)});");
    }
}
