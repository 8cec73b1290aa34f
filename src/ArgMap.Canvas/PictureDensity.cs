namespace ArgMap.Canvas;

/// <summary>How large the letters of a picture are and how close its boxes lie. The measures are in <see cref="PictureMetrics"/>.</summary>
public enum PictureDensity
{
    /// <summary>Text of 15 units.</summary>
    Comfortable = 0,

    /// <summary>Text of 13 units, narrower boxes, smaller gaps: about half as much again on the same screen.</summary>
    Compact = 1,

    /// <summary>Text of 19 units, for who reads large letters better.</summary>
    Large = 2,
}
