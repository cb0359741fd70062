using System.Globalization;
using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes kernels as structs, each once for a file, named after what they compute.</summary>
internal sealed class KernelWriter(TypeNames types, Names names)
{
    private const int LongestName = 48;

    private readonly Dictionary<Kernel, string> _kernels = [];

    /// <summary>The name of a kernel's struct.</summary>
    public string NameOf(Kernel kernel)
    {
        if (!_kernels.TryGetValue(kernel, out string name))
        {
            string wanted = string.Concat(kernel.Instructions.Select(static instruction => NameOf(instruction)));
            if (wanted.Length > LongestName)
                wanted = NameOf(kernel.Instructions[0]) + "To" + NameOf(kernel.Instructions[kernel.Instructions.Count - 1]);
            _kernels.Add(kernel, name = names.Unique(wanted + "Kernel"));
        }

        return name;
    }

    public void Write(SourceWriter writer)
    {
        foreach (KeyValuePair<Kernel, string> entry in _kernels)
        {
            writer.Line();
            Write(writer, entry.Key, entry.Value);
        }
    }

    private void Write(SourceWriter writer, Kernel kernel, string name)
    {
        string[] references = ReferencesOf(kernel);
        writer.Line($"/// <summary>Computes <c>{string.Join(", ", kernel.Results.Select(result => Escape(Formula(kernel, result))))}</c> for every element.</summary>");
        using (writer.Block($"private readonly struct {name} : {types[$"IFusedKernel<{kernel.Element}>", "Compilation"]}"))
        {
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
            writer.Line($"public static void Apply<TLanes>(ref {types[$"FusedElements<TLanes, {kernel.Element}>", "Compilation"]} at)");
            using (writer.Indent())
                writer.Line($"where TLanes : struct, {types[$"ILanes<TLanes, {kernel.Element}>", "Kernels.Elementwise"]}");
            using (writer.Block())
            {
                int input = 0;
                for (int i = 0; i < kernel.Operands.Count; i++)
                {
                    KernelOperand operand = kernel.Operands[i];
                    string value = operand.Constant is { } constant ? $"TLanes.Broadcast({constant})"
                        : string.Format(CultureInfo.InvariantCulture, operand.IsMask ? "at.ReadMask({0})" : "at.Read({0})", input++);
                    writer.Line($"TLanes {references[i]} = {value};");
                }

                for (int i = 0; i < kernel.Instructions.Count; i++)
                    writer.Line($"TLanes {references[kernel.Operands.Count + i]} = {CodeOf(kernel.Instructions[i], references)};");
                for (int i = 0; i < kernel.Results.Count; i++)
                    writer.Line($"at.{(kernel.Masks[i] ? "WriteMask" : "Write")}({i}, {references[kernel.Results[i]]});");
            }
        }
    }

    private string CodeOf(KernelInstruction instruction, string[] references)
    {
        string[] operands = [.. instruction.Operands.Select(operand => operand < 0 ? "TLanes.Zero" : references[operand])];
        return instruction.Form == KernelForm.Add
            ? $"{operands[0]} + {operands[1]}"
            : $"{types.Shorten(instruction.Function)}.{instruction.Form}({string.Join(", ", operands)})";
    }

    private static string[] ReferencesOf(Kernel kernel)
    {
        Names local = new(["at"]);
        List<string> references = [];
        for (int i = 0; i < kernel.Operands.Count; i++)
            references.Add(local.Unique(((char)('a' + i)).ToString()));
        foreach (KernelInstruction instruction in kernel.Instructions)
            references.Add(local.Unique(Names.CamelCase(NameOf(instruction))));
        return [.. references];
    }

    private static string Formula(Kernel kernel, int reference)
    {
        if (reference < 0)
            return "0";
        if (reference < kernel.Operands.Count)
            return kernel.Operands[reference].Constant ?? ((char)('a' + reference)).ToString();
        KernelInstruction instruction = kernel.Instructions[reference - kernel.Operands.Count];
        return $"{NameOf(instruction)}({string.Join(", ", instruction.Operands.Where(static operand => operand >= 0).Select(operand => Formula(kernel, operand)))})";
    }

    private static string NameOf(KernelInstruction instruction) => instruction.Form switch
    {
        KernelForm.Apply or KernelForm.Add => instruction.Name,
        _ => instruction.Name + instruction.Form,
    };

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
