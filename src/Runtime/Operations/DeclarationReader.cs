using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using TypedTensors.Signatures;

namespace TypedTensors;

/// <summary>Reads what the attributes of a method say about its shapes and its derivative.</summary>
internal sealed class DeclarationReader
{
    private readonly MethodInfo _method;

    private DeclarationReader(MethodInfo method, OperationAttribute operation)
    {
        _method = method;
        Operation = operation;
    }

    public string Name => _method.Name;

    public OperationAttribute Operation { get; }

    /// <summary>Finds the one method of a name that is declared to be an operation.</summary>
    public static DeclarationReader Find([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type declaringType, string name)
    {
        DeclarationReader? found = null;
        foreach (MethodInfo method in declaringType.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance))
        {
            if (method.Name != name || method.GetCustomAttribute<OperationAttribute>() is not { } operation)
                continue;
            if (found is not null)
                throw new ArgumentException($"{declaringType.Name} declares more than one operation {name}.");
            found = new DeclarationReader(method, operation);
        }

        return found ?? throw new ArgumentException($"{declaringType.Name} declares no operation {name}.");
    }

    /// <summary>For each tensor parameter, whether a gradient reaches it.</summary>
    public bool[] ReadDifferentiable()
    {
        string[]? names = Operation.Differentiable?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Type?[] resultElements = typeof(ITuple).IsAssignableFrom(_method.ReturnType)
            ? Array.ConvertAll(_method.ReturnType.GenericTypeArguments, ElementOf)
            : [ElementOf(_method.ReturnType)];
        return
        [
            .. from parameter in _method.GetParameters()
               where KindOf(parameter) is ParameterKind.Tensor or ParameterKind.TensorList
               select names is null ? resultElements.Contains(ElementOf(parameter.ParameterType)) : names.Contains(parameter.Name),
        ];
    }

    /// <summary>The shape contract.</summary>
    public Signature ReadSignature() => Signature.Parse(
        Name,
        [.. from parameter in _method.GetParameters() select ReadParameter(parameter)],
        ReadResult(_method.ReturnParameter),
        [.. from fact in _method.GetCustomAttributes<WhereAttribute>() select fact.Fact],
        ambient: []);

    private static ParameterDeclaration ReadParameter(ParameterInfo parameter) => new(
        parameter.Name ?? "",
        KindOf(parameter),
        parameter.GetCustomAttribute<ShapeAttribute>()?.Items ?? parameter.GetCustomAttribute<ShapesAttribute>()?.Shapes,
        IsDim: parameter.IsDefined(typeof(DimAttribute)));

    private static ResultDeclaration ReadResult(ParameterInfo result)
    {
        IReadOnlyList<IReadOnlyList<object>> shapes =
            result.GetCustomAttribute<ShapeAttribute>() is { } shape ? [shape.Items]
            : result.GetCustomAttribute<ShapesAttribute>() is { } tuple ? [.. tuple.Shapes.Select(text => new object[] { text })]
            : [];
        return new ResultDeclaration(shapes, result.GetCustomAttribute<DimAttribute>()?.Expression);
    }

    private static ParameterKind KindOf(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (IsTensor(type))
            return ParameterKind.Tensor;
        if (type == typeof(string))
            return parameter.IsDefined(typeof(ShapePatternAttribute)) ? ParameterKind.Pattern : ParameterKind.Text;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            type = underlying;
        if (type == typeof(int) || type.IsEnum)
            return ParameterKind.Integer;
        if (type == typeof(bool))
            return ParameterKind.Boolean;
        if (typeof(ITuple).IsAssignableFrom(type))
            return ParameterKind.TensorTuple;
        if (type.IsArray && type.GetArrayRank() > 1)
            return IsNumber(type.GetElementType()!) ? ParameterKind.Elements : ParameterKind.Other;
        return ListElementOf(type) is not { } element ? ParameterKind.Other
            : IsTensor(element) ? ParameterKind.TensorList
            : element == typeof(int) ? ParameterKind.IntegerList
            : element == typeof(Slice) ? ParameterKind.Slices
            : IsNumber(element) ? ParameterKind.Elements
            : ParameterKind.Other;
    }

    private static bool IsNumber(Type type) => type.IsPrimitive || type.IsGenericMethodParameter;

    private static Type? ElementOf(Type type) =>
        IsTensor(type) && type.IsGenericType ? type.GenericTypeArguments[0]
        : ListElementOf(type) is { } element ? ElementOf(element)
        : null;

    private static bool IsTensor(Type type) => type.IsDefined(typeof(TensorTypeAttribute), inherit: false);

    private static Type? ListElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GenericTypeArguments.Length == 1 ? type.GenericTypeArguments[0]
        : null;
}
