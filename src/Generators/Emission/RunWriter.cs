using System.Globalization;
using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes the method that computes a routine: one step after the other, each with the expression that it stands for.</summary>
internal sealed class RunWriter(RoutineLayout layout, SourceWriter writer)
{
    private readonly Names _locals = new([.. layout.NamedValues.Select(static pair => pair.Value), .. layout.SourceNames]);
    private readonly HashSet<int> _declared = [];

    private Routine Routine => layout.Routine;

    private TypeNames Types => layout.Types;

    private string CompiledCode => Types["CompiledCode", "Compilation"];

    public void Write()
    {
        List<string> parameters = [$"{layout.Members.PlanType} {layout.Plan}", $"{Types["Workspace", "Compilation"]} {layout.Workspace}"];
        foreach (int read in UsedArguments(layout))
            parameters.Add(Parameter(read));
        foreach (ArgumentSpec number in Routine.Member.Parameters.Where(static parameter => parameter.Element is null))
            parameters.Add($"{number.Type} {number.Name}");
        foreach (int result in layout.Delivered)
            parameters.Add(Parameter(result));
        using (writer.Block($"private {(Routine.Member.IsStatic ? "static " : "")}void {layout.Members.RunMethod}({string.Join(", ", parameters)})"))
        {
            Members();
            Numbers();
            Gradients();
            for (int i = 0; i < Routine.Code.Steps.Count; i++)
            {
                if (i > 0 || _declared.Count > 0)
                    writer.Line();
                Write(Routine.Code.Steps[i]);
            }
        }
    }

    /// <summary>The arguments that the computation reads.</summary>
    public static IEnumerable<int> UsedArguments(RoutineLayout layout) => layout.Reads
        .Where(read => layout.IsUsed(read) && layout.IsArgument((ReadDefinition)layout.Values[read].Definition));

    private string Parameter(int value) => $"{Types.View(layout.Values[value].Element)} {layout.NameOf(value)}";

    private void Members()
    {
        int argument = 0;
        foreach (int read in layout.Reads)
        {
            ReadDefinition definition = (ReadDefinition)layout.Values[read].Definition;
            if (layout.IsUsed(read) && !layout.IsArgument(definition))
            {
                Declare(read, $"{layout.Workspace}.Contiguous({definition.Expression}, {argument})");
                _declared.Add(read);
            }

            argument++;
        }
    }

    private void Numbers()
    {
        foreach (KeyValuePair<int, string> value in layout.NamedValues)
        {
            if (layout.Values[value.Key].Definition is not NumberDefinition number)
                continue;
            string element = layout.Values[value.Key].Element;
            string local = _locals.Unique(value.Value + "Value");
            writer.Line($"{element} {local} = {number.Expression.Write(static _ => throw new InvalidOperationException("A number reads a shape while it is computed."))};");
            Declare(value.Key, $"new(new global::System.Span<{element}>(ref {local}), [], [])");
            _declared.Add(value.Key);
        }
    }

    private void Gradients()
    {
        for (int i = 0; i < Routine.ParameterGradients.Count; i++)
        {
            Declare(Routine.ParameterGradients[i].Value, $"{layout.Plan}.gradients.Destination({i}, {layout.Workspace})");
            _declared.Add(Routine.ParameterGradients[i].Value);
        }
    }

    private void Declare(int value, string expression) => writer.Line($"{Types.View(layout.Values[value].Element)} {layout.NameOf(value)} = {expression};");

    private void Write(Step step)
    {
        foreach (string line in StepComments.Of(layout, step))
            writer.Line("// " + line);
        if (step is ViewStep view)
        {
            Declare(view.Outputs[0], $"{layout.Plan}.{layout.NameOf(view.Outputs[0])}.Of({Name(view.Inputs[0])}, {layout.Workspace})");
            return;
        }

        foreach (int output in step.Writes)
        {
            if (layout.IsSlot(output))
                Declare(output, $"{layout.Plan}.{layout.NameOf(output)}.In({layout.Workspace})");
        }

        switch (step)
        {
            case OperationStep { Epilogue: { } kernel } call:
                string epilogue = _locals.Unique(layout.NameOf(call.Outputs[0]) + "Epilogue");
                writer.Line($"{ScopeOf(call.Inputs)}{Types[$"FusedEpilogue<{layout.Kernels.NameOf(kernel)}, {kernel.Element}>", "Compilation"]} {epilogue} = new();");
                for (int i = call.OwnInputs; i < call.Inputs.Count; i++)
                    writer.Line($"{epilogue}.Operand({(i - call.OwnInputs + 1).ToString(CultureInfo.InvariantCulture)}, {Name(call.Inputs[i])});");
                writer.Line($"{layout.OperationOf(call.Operation)}.Forward({Join(call.Inputs.Take(call.OwnInputs))}, {Name(call.Outputs[0])}, {epilogue});");
                break;
            case OperationStep call:
                writer.Line($"{layout.OperationOf(call.Operation)}.Forward({Join(call.Inputs)}, {Join(call.Outputs)});");
                break;
            case GradientInForwardStep call:
                writer.Line($"{layout.OperationOf(call.Operation)}.ForwardAndGradient({Join(call.Inputs)}, {Join(call.Outputs)});");
                break;
            case PullbackStep pullback:
                writer.Line($"{layout.OperationOf(pullback.Operation)}.Pullback({Join(pullback.Inputs)}, {Join(pullback.Outputs)});");
                break;
            case ElementwiseStep elementwise:
                Loop(elementwise);
                break;
            case ViewPullbackStep pullback:
                writer.Line($"{layout.Plan}.{layout.NameOf(pullback.Window)}.Pullback({Name(pullback.Inputs[0])}, {Name(pullback.Outputs[0])});");
                break;
            case ListStep list:
                writer.Line($"{layout.OperationOf(list.Operation)}.Forward({layout.Plan}.{ListNames.Inputs(layout, list.Outputs[0])}.In({layout.Workspace}), {Name(list.Outputs[0])});");
                break;
            case ListPullbackStep list:
                string saved = list.Operation.SavesInputs ? $"{layout.Plan}.{ListNames.Saved(layout, list)}.In({layout.Workspace})" : "default";
                string field = ListNames.Cotangents(layout, list);
                writer.Line($"{layout.OperationOf(list.Operation)}.Pullback({Name(list.Inputs[0])}, {layout.Plan}.{field}Shapes, {saved}, {Name(list.Inputs[list.Inputs.Count - 1])}, {layout.Plan}.{field}.In({layout.Workspace}));");
                break;
            case OpaqueStep opaque:
                Opaque(opaque);
                break;
            case OpaquePullbackStep pullback:
                OpaquePullback(pullback);
                break;
            case SumToStep sum:
                writer.Line($"{CompiledCode}.SumTo({Name(sum.Inputs[0])}, {Name(sum.Outputs[0])});");
                break;
            case CopyStep copy:
                writer.Line($"{CompiledCode}.Copy({Name(copy.Inputs[0])}, {Name(copy.Outputs[0])});");
                break;
        }
    }

    private void Loop(ElementwiseStep step)
    {
        string loop = _locals.Unique(layout.NameOf(step.Outputs[0]) + "Loop");
        writer.Line($"{ScopeOf(step.Inputs)}{Types[$"FusedLoop<{step.Kernel.Element}>", "Compilation"]} {loop} = new({Name(step.Outputs[0])}.Sizes);");
        KernelOperand[] operands = [.. step.Kernel.Operands.Where(static operand => operand.Constant is null)];
        for (int i = 0; i < operands.Length; i++)
            writer.Line($"{loop}.{(operands[i].IsMask ? "Mask" : "Operand")}({i}, {Name(step.Inputs[i])});");
        for (int i = 0; i < step.Outputs.Count; i++)
            writer.Line($"{loop}.{(step.Kernel.Masks[i] ? "MaskResult" : "Result")}({i}, {Name(step.Outputs[i])});");
        writer.Line($"{loop}.Run<{layout.Kernels.NameOf(step.Kernel)}>();");
    }

    private void Opaque(OpaqueStep step)
    {
        string field = layout.Plan + "." + OpaqueNames.Of(layout, step.Outputs[0]);
        for (int i = 0; i < step.Inputs.Count; i++)
            writer.Line($"{CompiledCode}.Copy({Name(step.Inputs[i])}, {CompiledCode}.ViewOf({field}Argument{i + 1}));");
        writer.Line($"{step.Method}Compiled({string.Join(", ", step.Inputs.Select((_, i) => $"{field}Argument{i + 1}"))}, {field});");
        writer.Line($"{CompiledCode}.Copy({CompiledCode}.ViewOf({field}), {Name(step.Outputs[0])});");
    }

    /// <summary>Gradients are added, because those of the receiver's parameters may come from several calls; so those of the arguments begin at zero.</summary>
    private void OpaquePullback(OpaquePullbackStep step)
    {
        OpaqueStep call = (OpaqueStep)layout.DefinitionOf(step.Result)!;
        string field = layout.Plan + "." + OpaqueNames.Of(layout, step.Result);
        writer.Line($"{CompiledCode}.Copy({Name(step.Inputs[0])}, {CompiledCode}.ViewOf({field}Cotangent));");
        List<string> gradients = [];
        for (int i = 0; i < call.Inputs.Count; i++)
        {
            writer.Line($"{CompiledCode}.Copy({Name(step.Inputs[i + 1])}, {CompiledCode}.ViewOf({field}Argument{i + 1}));");
            if (!call.GivesGradient[i])
                continue;
            writer.Line($"{CompiledCode}.Fill({CompiledCode}.ViewOf({field}Gradient{i + 1}), default);");
            gradients.Add($"{field}Gradient{i + 1}");
        }

        string[] arguments = [.. call.Inputs.Select((_, i) => $"{field}Argument{i + 1}"), field + "Cotangent", field, .. gradients, "true"];
        writer.Line($"{step.Method}Vjp({string.Join(", ", arguments)});");
        for (int i = 0; i < step.Outputs.Count; i++)
        {
            if (step.Outputs[i] >= 0)
                writer.Line($"{CompiledCode}.Copy({CompiledCode}.ViewOf({field}Gradient{i + 1}), {Name(step.Outputs[i])});");
        }
    }

    /// <summary>A number lies in a local variable, so that what refers to it must not leave the method.</summary>
    private string ScopeOf(IEnumerable<int> inputs) => inputs.Any(input => input >= 0 && layout.Values[input].Definition is NumberDefinition) ? "scoped " : "";

    private string Join(IEnumerable<int> values) => string.Join(", ", values.Select(Name));

    private string Name(int value) => value < 0 ? "default" : layout.NameOf(value);
}
