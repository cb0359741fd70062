using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.Models;

/// <summary>Why nothing can be generated for a method.</summary>
internal enum MethodProblem
{
    None,

    /// <summary>It is no ordinary method: a local function, an accessor, an operator, a lambda.</summary>
    NotOrdinary,

    /// <summary>It is a member of an extension block.</summary>
    Extension,

    /// <summary>It has type parameters.</summary>
    Generic,

    /// <summary>It is asynchronous.</summary>
    Async,

    /// <summary>It is an iterator.</summary>
    Iterator,

    /// <summary>It has no body in C#.</summary>
    NoBody,

    /// <summary>It returns, or takes a parameter, by reference.</summary>
    ByReference,

    /// <summary>A member has the name that the generated one is to have.</summary>
    NameTaken,
}

/// <summary>What the attributes on a method ask generated code to add, and whether that can be done.</summary>
internal static class GeneratedFor
{
    private const string Compiled = "Compiled";
    private const string AndGradients = "AndGradients";
    private const string Vjp = "Vjp";

    /// <summary>Whether anything is asked for.</summary>
    public static bool IsMarked(KnownSymbols known, IMethodSymbol method) =>
        KnownSymbols.Find(method.GetAttributes(), known.Compiled) is not null
        || KnownSymbols.Find(method.GetAttributes(), known.Differentiable) is not null;

    /// <summary>The names of the members that are asked for: of a scalar result the gradients, of another the product with a cotangent.</summary>
    public static IEnumerable<string> NamesOf(KnownSymbols known, IMethodSymbol method)
    {
        yield return method.Name + Compiled;
        if (KnownSymbols.Find(method.GetAttributes(), known.Differentiable) is not null)
            yield return method.Name + (HasScalarResult(known, method) ? AndGradients : Vjp);
    }

    /// <summary>The first problem, and what has it: the method, one of its parameters or the name that is taken.</summary>
    public static (MethodProblem Problem, ISymbol? Parameter, string? Name) Check(KnownSymbols known, IMethodSymbol method)
    {
        MethodProblem problem =
            method.MethodKind != MethodKind.Ordinary ? MethodProblem.NotOrdinary
            : method.ContainingType.IsExtension ? MethodProblem.Extension
            : method.IsGenericMethod ? MethodProblem.Generic
            : method.IsAsync ? MethodProblem.Async
            : IsIterator(method) ? MethodProblem.Iterator
            : method.IsAbstract || method.IsExtern || method is { IsPartialDefinition: true, PartialImplementationPart: null } ? MethodProblem.NoBody
            : method.RefKind != RefKind.None ? MethodProblem.ByReference
            : MethodProblem.None;
        if (problem != MethodProblem.None)
            return (problem, null, null);
        if (method.Parameters.FirstOrDefault(static parameter => parameter.RefKind != RefKind.None) is { } byReference)
            return (MethodProblem.ByReference, byReference, null);
        string? taken = NamesOf(known, method).FirstOrDefault(name =>
            name == method.ContainingType.Name
            || method.ContainingType.GetMembers(name).Any(static member => !GeneratedSource.Declares(member)));
        return taken is null ? (MethodProblem.None, null, null) : (MethodProblem.NameTaken, null, taken);
    }

    /// <summary>Whether the method itself, not a function inside it, yields.</summary>
    private static bool IsIterator(IMethodSymbol method) => method.DeclaringSyntaxReferences
        .Concat(method.PartialImplementationPart?.DeclaringSyntaxReferences ?? [])
        .SelectMany(static reference => reference.GetSyntax().DescendantNodes(
            static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)))
        .Any(static node => node is YieldStatementSyntax);

    /// <summary>Whether the result is declared to be a scalar.</summary>
    private static bool HasScalarResult(KnownSymbols known, IMethodSymbol method) =>
        AnnotationReader.Items(known, method.GetReturnTypeAttributes()) is { } items
        && items.All(static item => item is string text && string.IsNullOrWhiteSpace(text));
}
