using System.Reflection;
using TypedTensors.OperatorTable;

if (args.Length == 0)
{
    Console.Error.WriteLine("usage: dotnet run --project tools/OperatorTable -- <assembly.dll>...   (the table goes to the standard output)");
    return 1;
}

Console.Write(MarkdownTable.Of(args.Select(path => Assembly.LoadFrom(Path.GetFullPath(path)))));
return 0;
