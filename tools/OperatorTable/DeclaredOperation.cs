using System.Reflection;

namespace TypedTensors.OperatorTable;

/// <summary>An operation as its declaration in metadata describes it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Elements">What the element type must be: the interfaces that the declaration constrains it to.</param>
/// <param name="CallForms">Every way to call it, the declaration first.</param>
/// <param name="ParameterShapes">The parameters whose shape is declared, with the shape.</param>
/// <param name="ResultShape">The shape rule of the result.</param>
/// <param name="Differentiable">The parameters that a gradient reaches.</param>
/// <param name="Saves">What is kept for the gradient.</param>
public sealed record DeclaredOperation(
    string Name,
    string Elements,
    IReadOnlyList<string> CallForms,
    IReadOnlyList<string> ParameterShapes,
    string ResultShape,
    IReadOnlyList<string> Differentiable,
    Saved Saves)
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The operations that an assembly declares, by name.</summary>
    public static IReadOnlyList<DeclaredOperation> In(Assembly assembly)
    {
        MemberInfo[] members = [.. assembly.GetTypes().SelectMany(type => type.GetMembers(Everything))];
        ILookup<(Type, string), MemberInfo> forms = members
            .Where(member => member.IsDefined(typeof(FormOfAttribute)) && !IsRepeated(member))
            .ToLookup(member => member.GetCustomAttribute<FormOfAttribute>()! switch { var form => (form.DeclaringType, form.Method) });
        return
        [
            .. from method in members.OfType<MethodInfo>()
               let operation = method.GetCustomAttribute<OperationAttribute>()
               where operation is not null && !IsRepeated(method)
               orderby method.Name, method.DeclaringType!.FullName
               select Of(method, operation, forms[(method.DeclaringType!, method.Name)]),
        ];
    }

    private static DeclaredOperation Of(MethodInfo method, OperationAttribute operation, IEnumerable<MemberInfo> forms)
    {
        ParameterInfo[] parameters = method.GetParameters();
        return new(
            method.Name,
            string.Join(", ", method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints())
                .Where(constraint => constraint.IsInterface).Select(constraint => constraint.Name.Split('`')[0])),
            [.. CallForm.Of(method).Concat(forms.SelectMany(form => CallForm.Of(form, parameters[0].Name!)).Order(StringComparer.Ordinal)).Distinct()],
            [.. from parameter in parameters
                let shape = parameter.GetCustomAttribute<ShapeAttribute>()
                where shape is not null
                select $"{parameter.Name}: {Write(shape)}"],
            method.ReturnParameter.GetCustomAttribute<ShapeAttribute>() is { } result ? Write(result)
                : method.ReturnParameter.GetCustomAttribute<ShapesAttribute>() is { } results ? string.Join("; ", results.Shapes.Select(shape => shape.Length == 0 ? "()" : shape))
                : "?",
            ReachedParameters(method, operation),
            operation.Saves);
    }

    /// <summary>The compiler repeats the methods of an extension block, which are static methods of the surrounding class, in a type that it names.</summary>
    private static bool IsRepeated(MemberInfo member) => member is MethodInfo && member.DeclaringType!.Name.Contains('<');

    private static IReadOnlyList<string> ReachedParameters(MethodInfo method, OperationAttribute operation)
    {
        if (operation.Differentiable is { } names)
            return names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string? element = ElementOf(method.ReturnType)?.ToString();
        return element is null || element == typeof(bool).ToString()
            ? []
            : [.. from parameter in method.GetParameters() where ElementOf(parameter.ParameterType)?.ToString() == element select parameter.Name];
    }

    private static Type? ElementOf(Type type) =>
        !type.IsGenericType ? null
        : type.IsDefined(typeof(TensorTypeAttribute), inherit: false) ? type.GenericTypeArguments[0]
        : ElementOf(type.GenericTypeArguments[0]);

    private static string Write(ShapeAttribute shape) => shape.Items.Count == 0 ? "()" : string.Join(", ", shape.Items);
}
