using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes the documentation of a member: what it computes, and in the remarks the shape of every value.</summary>
internal static class Documentation
{
    public static void Write(SourceWriter writer, RoutineLayout layout, RoutineShape shape, MemberSignature signature, bool withDestinations)
    {
        MemberSpec member = shape.Member;
        string what = !shape.IsDerivative ? $"Computes what <c>{member.Name}</c> computes, in generated code."
            : shape.IsScalar ? $"Computes what <c>{member.Name}</c> computes, and its gradients, in generated code."
            : $"Computes what <c>{member.Name}</c> computes, and the gradients of the result's product with a given cotangent, in generated code.";
        writer.Line($"/// <summary>{what}</summary>");
        if (!withDestinations)
        {
            writer.Line("/// <remarks>");
            writer.Line("/// <code>");
            foreach (string line in Derivation(layout))
                writer.Line(("/// " + Escape(line)).TrimEnd());
            writer.Line("/// </code>");
            writer.Line("/// </remarks>");
        }

        foreach (ArgumentSpec parameter in member.Parameters)
            writer.Line($"/// <param name=\"{parameter.Name.TrimStart('@')}\">As of <c>{member.Name}</c>.</param>");
        foreach (string cotangent in shape.Cotangents)
            writer.Line($"/// <param name=\"{cotangent}\">The cotangent of the result, of its shape.</param>");
        if (withDestinations)
        {
            foreach (MemberSignature.Destination destination in signature.Destinations)
                writer.Line($"/// <param name=\"{destination.Name}\">Receives {(destination.IsGradient ? "the gradient, of the argument's shape" : "the result, of its shape")}; nothing is allocated.</param>");
        }

        if (shape.ModelElement is not null || (withDestinations && shape.IsDerivative))
            writer.Line($"/// <param name=\"{signature.Accumulate}\">Whether gradients are added to what is there, instead of overwriting it.</param>");
        string returned = withDestinations ? signature.Returned : signature.Fresh;
        if (returned != "void")
            writer.Line($"/// <returns>{(shape.IsDerivative ? "The value and the gradients, as far as they have no destination." : "The result.")}</returns>");
        writer.Line($"/// <exception cref=\"global::TypedTensors.ShapeException\">The shapes do not fit what is declared, or each other.</exception>");
    }

    private static IEnumerable<string> Derivation(RoutineLayout layout)
    {
        Function function = layout.Routine.Member.Function!;
        List<(string Name, string Shape, string Text)> rows = [];
        foreach (Value value in function.Values)
        {
            if (value.Definition is ReadDefinition read)
                rows.Add((read.Expression, value.Shape.ToString(), string.Empty));
            else if (value.Origin is { } origin)
                rows.Add((value.Name, value.Shape.ToString(), $"= {origin.Text}"));
        }

        int name = rows.Count == 0 ? 0 : rows.Max(static row => row.Name.Length);
        int shape = rows.Count == 0 ? 0 : rows.Max(static row => row.Shape.Length);
        return rows.Select(row => $"{row.Name.PadRight(name)}  {row.Shape.PadRight(shape)}  {row.Text}");
    }

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
