using ArgMap.Benchmarks;
using BenchmarkDotNet.Running;

if (args is ["quick"])
{
    QuickTable.Print();
    await PictureTable.Print();
    return;
}

if (args is ["nests"])
{
    NestTable.Print();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(QuickTable).Assembly).Run(args);
