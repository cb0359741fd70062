using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Generators.Tests.Harness;

/// <summary>Walks everything that an object holds, and fails on what must not be kept from one run of a generator to the next.</summary>
internal static class ObjectGraph
{
    private static readonly Type[] Forbidden = [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(Location), typeof(SemanticModel), typeof(AttributeData)];

    public static void HoldsPlainValues(object root)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<(object Value, string Path)> open = new([(root, root.GetType().Name)]);
        while (open.TryPop(out (object Value, string Path) current))
        {
            Type type = current.Value.GetType();
            Assert.False(Forbidden.Any(forbidden => forbidden.IsAssignableFrom(type)), $"{current.Path} is a {type}");
            if (type.IsPrimitive || type.IsEnum || type == typeof(string) || typeof(MemberInfo).IsAssignableFrom(type) || !seen.Add(current.Value))
                continue;
            if (current.Value is IEnumerable elements && !type.IsGenericType)
            {
                foreach (object? element in elements)
                    Push(element, current.Path + "[]");
            }

            for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
            {
                foreach (FieldInfo field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    Push(field.GetValue(current.Value), current.Path + "." + field.Name);
            }
        }

        void Push(object? value, string path)
        {
            if (value is not null)
                open.Push((value, path));
        }
    }
}
