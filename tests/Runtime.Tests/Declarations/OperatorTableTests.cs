using TypedTensors.OperatorTable;
using TypedTensors.UserOperations;

namespace TypedTensors.Tests.Declarations;

public sealed class OperatorTableTests
{
    [Fact]
    public void TheCommittedTableIsTheOneThatTheDeclarationsGive()
    {
        string path = Repository.PathTo("docs", "operators.md");
        string table = MarkdownTable.Of([typeof(Ops).Assembly]);
        if (Environment.GetEnvironmentVariable("TYPEDTENSORS_ACCEPT") == "1")
            File.WriteAllText(path, table);
        string committed = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(
            table == committed,
            "docs/operators.md differs from the declarations; run this test with TYPEDTENSORS_ACCEPT=1 to write it anew, and commit it.");
    }

    [Theory]
    [InlineData("| MatMul | `MatMul(left, right)`<br>`left.MatMul(right)` |  | `matmul(left, right)` | left, right | inputs | INumber |")]
    [InlineData("| GetItem | `GetItem(x, slices)`<br>`x[slices]` |  | `slice(x, slices)` | x | nothing | any |")]
    [InlineData("| MatrixTranspose | `MatrixTranspose(x)`<br>`x.T` |  | `transpose(x)` | x | nothing | any |")]
    [InlineData("| Less | `Less(left, right)`<br>`left < right` |  | `broadcast(left, right)` | none | nothing | INumber |")]
    public void TheLibraryHasTheRow(string row) => Assert.Contains(row, Rows(typeof(Ops)));

    [Theory]
    [InlineData("| Softsign | `Softsign(x)`<br>`x.Softsign()` |  | `...x` | x | inputs | IFloatingPointIeee754 |")]
    [InlineData("| OuterOfRows | `OuterOfRows(left, right)` | `left: ...batch, n`<br>`right: ...batch, m` | `...batch, n, m` | left, right | inputs | INumber |")]
    public void AUsersAssemblyHasTheRow(string row) => Assert.Contains(row, Rows(typeof(OuterOperation)));

    private static IEnumerable<string> Rows(Type type) => DeclaredOperation.In(type.Assembly).Select(MarkdownTable.Row);
}
