using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes everything that belongs to one method: its contract, and for each routine the members, the plan and the computation.</summary>
internal static class MemberWriter
{
    public static void Write(SourceWriter writer, MemberSpec member, string? modelElement, TypeNames types, KernelWriter kernels, Names names)
    {
        string contract = Contract(writer, member, types, names);
        Write(writer, Routine.Compiled(member), RoutineShape.Of(member, isDerivative: false, modelElement), types, kernels, new MemberNames(names, member, isDerivative: false, contract));
        if (member.IsDifferentiable)
        {
            RoutineShape shape = RoutineShape.Of(member, isDerivative: true, modelElement);
            writer.Line();
            Write(writer, Routine.Derivative(member, shape.ModelElement is not null), shape, types, kernels, new MemberNames(names, member, isDerivative: true, contract));
        }
    }

    private static void Write(SourceWriter writer, Routine routine, RoutineShape shape, TypeNames types, KernelWriter kernels, MemberNames names)
    {
        RoutineLayout layout = new(routine, types, kernels, names);
        MemberSignature signature = new(shape, types);
        writer.Line($"private {(routine.Member.IsStatic ? "static " : "")}readonly {types[$"WorkspacePool<{names.PlanType}>", "Compilation"]} {names.Pool} = new();");
        writer.Line();
        string? code = shape.IsDerivative || !routine.Member.IsPortable ? null : IntermediateCode.Attribute(routine.Member, types);
        new EntryWriter(layout, shape, signature, writer).Write(code);
        writer.Line();
        new PlanWriter(layout) { ModelElement = shape.ModelElement }.Write(writer, string.Join(", ", signature.Arguments));
        writer.Line();
        new RunWriter(layout, writer).Write();
    }

    private static string Contract(SourceWriter writer, MemberSpec member, TypeNames types, Names scope)
    {
        ArgumentSpec[] tensors = [.. member.Parameters.Where(static parameter => parameter.Element is not null)];
        if (tensors.Length == 0)
            return string.Empty;
        string field = scope.Unique(member.Name + "Contract");
        string type = types["EntryContract", "Compilation"];
        string names = string.Join(", ", tensors.Select(static parameter => $"\"{parameter.Name.TrimStart('@')}\""));
        string shapes = string.Join(", ", member.Contract.Shapes.Select(static shape => shape is null ? "null" : Literal(shape)));
        string facts = member.Contract.Facts.IsEmpty ? "" : $", facts: [{string.Join(", ", member.Contract.Facts.Select(Literal))}]";
        string dimensions = member.Contract.Names.IsEmpty ? "" : $", names: [{string.Join(", ", member.Contract.Names.Select(static dimension => Literal(dimension.Name)))}]";
        writer.Line($"private static readonly {type} {field} = new(\"{member.Name}\", [{names}], [{shapes}]{facts}{dimensions});");
        writer.Line();
        return field;
    }

    private static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}
