using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using static ArgMap.Argumentation.Maps.RelationKind;

namespace ArgMap.Canvas.Tests;

/// <summary>A small debate with everything a picture must show: linked premises, an undercut, a shared premise, a defeated claim, an open question.</summary>
internal static class Debate
{
    public const int Root = 1;
    public const int Thesis = 2;
    public const int FirstLinked = 3;
    public const int LastLinked = 6;
    public const int Objector = 7;
    public const int CoObjector = 8;
    public const int Undercutter = 9;
    public const int Question = 10;
    public const int Deep = 11;
    public const int Deeper = 12;
    public const int AnswerStep = 21;
    public const int PrerequisiteStep = 22;
    public const int ObjectionStep = 23;
    public const int UndercutStep = 24;
    public const int QuestionStep = 25;
    public const int SecondUse = 26;
    public const int DeepStep = 27;
    public const int DeeperStep = 28;

    /// <summary>The debate as it is opened, or a part of it.</summary>
    /// <param name="scope">A query; null for every level.</param>
    public static PictureRequest Request(string? scope = null)
    {
        var map = new ArgumentMap(
            Enumerable.Range(Root, Deeper).Select(number => new Node(number, number is Root or Question ? NodeKind.Question : NodeKind.Claim)),
            [
                new(AnswerStep, Answer, [Thesis], Root),
                new(PrerequisiteStep, Prerequisite, [3, 4, 5, 6], Thesis),
                new(ObjectionStep, Objection, [Objector, CoObjector], Thesis),
                new(UndercutStep, Objection, [Undercutter], PrerequisiteStep),
                new(QuestionStep, RelationKind.Question, [Question], Thesis),
                // An objector's premise also speaks for what is undercut: its place is at the objection.
                new(SecondUse, Support, [FirstLinked], Undercutter),
                new(DeepStep, Support, [Deep], Objector),
                new(DeeperStep, Support, [Deeper], Deep),
            ],
            Root);
        var standing = MapStanding.Of(map);
        return new PictureRequest(map, MapTree.Of(map), standing.Labelling)
        {
            TextOf = number => $"What node {number} says",
            OpenObjectionsTo = standing.Objections.OpenAgainst,
            PageHref = "/m/debate",
            Scope = PictureScope.Parse(scope ?? "depth=all"),
        };
    }
}
