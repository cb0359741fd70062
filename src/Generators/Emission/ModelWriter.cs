using TypedTensors.Generators.Models;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes the part of a model that stores and declares its parameters.</summary>
internal static class ModelWriter
{
    private const string Runtime = "global::TypedTensors.";

    private static readonly string Mark = "[global::System.CodeDom.Compiler.GeneratedCode("
        + CSharpText.Literal(typeof(ModelWriter).Assembly.GetName().Name) + ", "
        + CSharpText.Literal(typeof(ModelWriter).Assembly.GetName().Version.ToString(3)) + ")]";

    /// <summary>Marks a private member, of which a debugger does not show anything either.</summary>
    private static readonly string Hidden =
        Mark + "\n[global::System.Diagnostics.DebuggerBrowsable(global::System.Diagnostics.DebuggerBrowsableState.Never)]";

    /// <summary>The text of the file.</summary>
    public static string Write(ModelSpec model)
    {
        SourceWriter writer = new();
        GeneratedFile.WriteHeader(writer, model.Type.Namespace);
        string? implements = model.Members is null ? null : $"{Runtime}ITensorModel<{model.Element}>";
        using (GeneratedFile.OpenType(writer, model.Type, implements))
        {
            if (model.Members is { } members)
                WriteModel(writer, model, members);
            else
                writer.Separated(model.Parameters, parameter => WriteBroken(writer, model.Type.Name, parameter, parameter.Problem!));
        }

        return writer.ToString();
    }

    private static void WriteModel(SourceWriter writer, ModelSpec model, ModelMembers members)
    {
        WriteState(writer, model, members);
        int index = 0;
        foreach (ParameterSpec parameter in model.Parameters)
        {
            writer.Line();
            if (parameter.Problem is { } problem)
                WriteBroken(writer, model.Type.Name, parameter, problem);
            else
                writer.Line($"{parameter.Declaration} => {members.State}[{index++}];");
        }

        writer.Line();
        writer.Line($$"""
            /// <summary>The parameters of the model and of its sub-models, each tensor once.</summary>
            {{Mark}}
            public {{Runtime}}ModelParameters<{{model.Element}}> Parameters => {{members.State}}.Parameters;
            """);
        writer.Line();
        WriteDeclaration(writer, model, members);
    }

    private static void WriteState(SourceWriter writer, ModelSpec model, ModelMembers members)
    {
        DimensionSpec[] kept = [.. model.Dimensions.Where(static dimension => dimension.Field is not null)];
        if (kept.Length > 0)
        {
            // Warned about where the class itself reads the parameter in a member as well.
            writer.Line("#pragma warning disable CS9124");
            writer.Separated(kept, dimension =>
            {
                writer.Line(Hidden);
                writer.Line($"private readonly int {dimension.Field} = {dimension.Initializer};");
            });
            writer.Line("#pragma warning restore CS9124");
            writer.Line();
        }

        string state = $"{Runtime}ModelState<{model.Element}>";
        writer.Line(Hidden);
        writer.Line($"private {state}? {members.StateField};");
        writer.Line();
        writer.Line(Hidden);
        writer.Line($"private {state} {members.State} => {state}.Of(this, ref {members.StateField});");
    }

    private static void WriteDeclaration(SourceWriter writer, ModelSpec model, ModelMembers members)
    {
        Dictionary<string, string> expressions = model.Dimensions.Items.ToDictionary(
            static dimension => dimension.Name, static dimension => dimension.Expression, StringComparer.Ordinal);
        DimensionWriter sizes = new(name => expressions[name]);
        writer.Line(Mark);
        using (writer.Block($"void {Runtime}ITensorModel<{model.Element}>.Declare({Runtime}ModelDeclaration<{model.Element}> {members.Declaration})"))
        {
            foreach (ParameterSpec parameter in model.Parameters)
            {
                if (parameter.Problem is null)
                    writer.Line($"{members.Declaration}.Parameter(nameof({parameter.Name}), {string.Join(", ", ArgumentsOf(parameter, sizes))});");
            }

            foreach (SubModelSpec child in model.SubModels)
                writer.Line($"{members.Declaration}.{(child.IsList ? "Children" : "Child")}(nameof({child.Name}), {child.Name});");
        }
    }

    /// <summary>The shape, and what differs from the defaults.</summary>
    private static IEnumerable<string> ArgumentsOf(ParameterSpec parameter, DimensionWriter sizes)
    {
        yield return "[" + string.Join(", ", parameter.Sizes.Items.Select(sizes.Write)) + "]";
        if (parameter.Initialization != Initialization.Default)
            yield return "initialization: " + InitializationOf(parameter.Initialization);
        if (!double.IsNaN(parameter.InitialValue))
            yield return "initialValue: " + CSharpText.Literal(parameter.InitialValue);
        if (parameter.FanIn is { } fanIn)
            yield return "fanIn: " + sizes.WriteProduct(fanIn);
    }

    private static string InitializationOf(Initialization value) =>
        Enum.IsDefined(typeof(Initialization), value) ? $"{Runtime}Initialization.{value}" : $"({Runtime}Initialization)({(int)value})";

    /// <summary>The half of a property that cannot be a parameter. It compiles, so that the analyzers get to say why.</summary>
    private static void WriteBroken(SourceWriter writer, string type, ParameterSpec parameter, string problem)
    {
        string message = CSharpText.Literal($"{type}.{parameter.Name} cannot be a parameter: {problem}");
        using (writer.Block(parameter.Declaration))
        {
            foreach (string accessor in parameter.Accessors)
                writer.Line($"{accessor} => throw new global::System.InvalidOperationException({message});");
        }
    }
}
