using System.Reflection;
using System.Runtime.CompilerServices;
using TypedTensors.UserOperations;

namespace TypedTensors.Tests.Declarations;

/// <summary>What holds for every declared operation, of the library and of a user's assembly.</summary>
public sealed class DeclarationTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Names => [.. Declarations.Select(method => method.Name)];

    public static TheoryData<string> LibraryNames => [.. Declarations.Where(method => method.DeclaringType == typeof(Ops)).Select(method => method.Name)];

    private static IReadOnlyList<MethodInfo> Declarations { get; } =
    [
        .. from assembly in (Assembly[])[typeof(Ops).Assembly, typeof(OuterOperation).Assembly]
           from type in assembly.GetTypes()
           from method in type.GetMethods(Everything)
           where method.IsDefined(typeof(OperationAttribute)) && !type.Name.Contains('<')
           orderby method.Name
           select method,
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsWellFormed(string name)
    {
        MethodInfo method = Find(name);
        OperationContract contract = OperationContract.Of(method.DeclaringType!, name);
        Assert.Equal(name, contract.Name);
        Assert.True(contract.Signature.IsDeclared);
        Assert.Empty(contract.Signature.Problems);
        int results = method.ReturnType.IsAssignableTo(typeof(ITuple)) ? method.ReturnType.GenericTypeArguments.Length : 1;
        Assert.Equal(results, contract.Signature.Apply([.. method.GetParameters().Select(_ => new Signatures.UnknownArgument())], Dimensions.Facts.None, null, new()).Results.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheImplementationKnowsItsDeclaration(string name)
    {
        MethodInfo method = Find(name);
        Type implementation = method.GetCustomAttribute<OperationAttribute>()!.Implementation;
        Assert.True(implementation.IsValueType);
        if (implementation.IsGenericTypeDefinition)
        {
            implementation = implementation.MakeGenericType(
            [
                .. from parameter in implementation.GetGenericArguments()
                   let isInteger = parameter.GetGenericParameterConstraints().Any(constraint => constraint.Name.StartsWith("IBinaryInteger", StringComparison.Ordinal))
                   select isInteger ? typeof(int) : typeof(float),
            ]);
        }

        var contract = (OperationContract)implementation.GetProperty("Contract", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        Assert.Equal(name, contract.Name);
        Assert.Equal(method.GetCustomAttribute<OperationAttribute>()!.Saves, contract.Saves);
    }

    [Fact]
    public void EveryFormCallsAnOperationWithItsParameters()
    {
        foreach (MemberInfo form in typeof(Ops).Assembly.GetTypes().Where(type => !type.Name.Contains('<')).SelectMany(type => type.GetMembers(Everything)))
        {
            if (form.GetCustomAttribute<FormOfAttribute>() is not { } attribute)
                continue;
            MethodInfo operation = Declarations.Single(method => method.DeclaringType == attribute.DeclaringType && method.Name == attribute.Method);
            string[] declared = [.. operation.GetParameters().Select(parameter => parameter.Name!)];
            ParameterInfo[] own = form is MethodInfo method ? method.GetParameters() : ((PropertyInfo)form).GetIndexParameters();
            Assert.All(own, parameter => Assert.True(declared.Contains(parameter.Name), $"{form.DeclaringType!.Name}.{form}: {attribute.Method} has no parameter {parameter.Name}"));
        }
    }

    /// <summary>
    /// The declared rule and the kernel's own computation of the shape are independent: they must refuse the same arguments and
    /// agree on every result, and every gradient must have the shape of what it is the gradient of.
    /// </summary>
    [Theory]
    [MemberData(nameof(LibraryNames))]
    public void TheRuleAndTheKernelAgree(string name) => RuleAgreement.Check(
        OperationContract.Of(typeof(Ops), name),
        OperationSamples.Table.GetValueOrDefault(name) ?? throw new InvalidOperationException($"{nameof(OperationSamples)} has no random calls of {name}."));

    private static MethodInfo Find(string name) => Declarations.Single(method => method.Name == name);
}
