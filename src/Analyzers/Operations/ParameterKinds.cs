using Microsoft.CodeAnalysis;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Operations;

/// <summary>What a parameter is to the shape language, told from its type.</summary>
internal static class ParameterKinds
{
    public static ParameterKind Classify(KnownSymbols known, ITypeSymbol type, bool isPattern = false)
    {
        if (known.IsTensor(type))
            return ParameterKind.Tensor;
        type = WithoutNullable(type);
        if (IsInteger(type) || type.TypeKind == TypeKind.Enum || KnownSymbols.Same(type, known.Index))
            return ParameterKind.Integer;
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean:
                return ParameterKind.Boolean;
            case SpecialType.System_String:
                return isPattern ? ParameterKind.Pattern : ParameterKind.Text;
        }

        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            return tuple.TupleElements.Any(element => known.IsTensor(element.Type)) ? ParameterKind.TensorTuple : ParameterKind.Other;
        if (type is IArrayTypeSymbol { Rank: > 1 } array)
            return IsScalar(array.ElementType) ? ParameterKind.Elements : ParameterKind.Other;
        return ElementType(known, type) is { } element ? ClassifyList(known, element) : ParameterKind.Other;
    }

    public static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_SByte
        or SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64
        or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    /// <summary>Whether a value of the type is one number: what takes part in arithmetic as a tensor of shape <c>()</c>.</summary>
    public static bool IsScalar(ITypeSymbol? type) =>
        type is not null
        && (type.TypeKind == TypeKind.TypeParameter
            || IsInteger(type)
            || type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_Boolean
            || type is INamedTypeSymbol { IsValueType: true, IsGenericType: false, ContainingNamespace.Name: nameof(System) });

    /// <summary>Whether the type is an item of a slice: both an index and a range convert to it.</summary>
    public static bool IsSliceItem(KnownSymbols known, ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Struct or TypeKind.Class } named)
            return false;
        if (KnownSymbols.Same(named, known.Index) || KnownSymbols.Same(named, known.Range))
            return false;
        bool fromIndex = false;
        bool fromRange = false;
        foreach (ISymbol member in named.GetMembers(WellKnownMemberNames.ImplicitConversionName))
        {
            if (member is not IMethodSymbol { Parameters.Length: 1 } conversion)
                continue;
            fromIndex |= KnownSymbols.Same(conversion.Parameters[0].Type, known.Index);
            fromRange |= KnownSymbols.Same(conversion.Parameters[0].Type, known.Range);
        }

        return fromIndex && fromRange;
    }

    /// <summary>The type of the elements of an array, a span or a sequence; else null.</summary>
    public static ITypeSymbol? ElementType(KnownSymbols known, ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return array.ElementType;
        if (type is not INamedTypeSymbol named || named.SpecialType == SpecialType.System_String)
            return null;
        INamedTypeSymbol definition = named.OriginalDefinition;
        if (KnownSymbols.Same(definition, known.Span) || KnownSymbols.Same(definition, known.ReadOnlySpan)
            || KnownSymbols.Same(definition, known.Enumerable))
            return named.TypeArguments[0];
        foreach (INamedTypeSymbol implemented in named.AllInterfaces)
        {
            if (KnownSymbols.Same(implemented.OriginalDefinition, known.Enumerable))
                return implemented.TypeArguments[0];
        }

        return null;
    }

    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    private static ParameterKind ClassifyList(KnownSymbols known, ITypeSymbol element) =>
        known.IsTensor(element) ? ParameterKind.TensorList
        : IsInteger(element) ? ParameterKind.IntegerList
        : IsSliceItem(known, element) ? ParameterKind.Slices
        : IsScalar(element) ? ParameterKind.Elements
        : ParameterKind.Other;
}
