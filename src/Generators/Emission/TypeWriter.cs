using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes the file with the generated members of one type.</summary>
internal static class TypeWriter
{
    public static string Write(CompiledTypeSpec type, CancellationToken cancellation)
    {
        SourceWriter writer = new();
        GeneratedFile.WriteHeader(writer, type.Type.Namespace, TypeNames.Namespaces);
        using (GeneratedFile.OpenType(writer, type.Type))
        {
            TypeNames types = new(type.Taken);
            Names names = new(type.Names);
            KernelWriter kernels = new(types, names);
            writer.Separated(type.Members, member =>
            {
                cancellation.ThrowIfCancellationRequested();
                if (member.Function is null)
                    RefusedWriter.Write(writer, member, type.ModelElement, types);
                else
                    MemberWriter.Write(writer, member, type.ModelElement, types, kernels, names);
            });
            kernels.Write(writer);
        }

        return writer.ToString();
    }
}
