using TypedTensors.Generators.Ir;
using TypedTensors.Generators.Lowering;

namespace TypedTensors.Generators.Emission;

/// <summary>
/// Writes the members of a method that cannot be compiled: the signatures that it would have, so that nothing else breaks, marked so that a call of them
/// does not build. The analyzers explain why.
/// </summary>
/// <remarks>Where the language version of the project is the reason, the one error that says so is enough: the calls are not marked as well.</remarks>
internal static class RefusedWriter
{
    public static void Write(SourceWriter writer, MemberSpec member, string? modelElement, TypeNames types)
    {
        RoutineShape[] shapes = member.IsDifferentiable
            ? [RoutineShape.Of(member, isDerivative: false, modelElement), RoutineShape.Of(member, isDerivative: true, modelElement)]
            : [RoutineShape.Of(member, isDerivative: false, modelElement)];
        writer.Separated(shapes, shape => Write(writer, shape, types));
    }

    private static void Write(SourceWriter writer, RoutineShape shape, TypeNames types)
    {
        MemberSignature signature = new(shape, types);
        string message = $"{shape.Member.Name} cannot be compiled, see {shape.Member.Refusal}";
        string[] fresh = [.. signature.Arguments, .. shape.ModelElement is not null ? [$"bool {signature.Accumulate} = false"] : (string[])[]];
        Member(writer, shape, signature.Fresh, fresh, message);
        if (signature.Destinations.Count == 0)
            return;
        string[] destinations = [.. signature.Arguments, .. signature.Destinations.Select(static destination => $"{destination.Type} {destination.Name}"), .. shape.IsDerivative ? [$"bool {signature.Accumulate} = false"] : (string[])[]];
        writer.Line();
        Member(writer, shape, signature.Returned, destinations, message);
    }

    private static void Member(SourceWriter writer, RoutineShape shape, string type, IEnumerable<string> parameters, string message)
    {
        writer.Line($"/// <summary>Would compute what <c>{shape.Member.Name}</c> computes; {message}.</summary>");
        if (shape.Member.Refusal != RefusalIds.LanguageVersion)
            writer.Line($"[global::System.Obsolete(\"{message}\", error: true)]");
        writer.Line($"{shape.Member.Accessibility} {(shape.Member.IsStatic ? "static " : "")}{type} {shape.Name}({string.Join(", ", parameters)}) =>");
        using (writer.Indent())
            writer.Line($"throw new global::System.NotSupportedException(\"{message}\");");
    }
}
