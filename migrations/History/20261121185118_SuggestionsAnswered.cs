using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArgMap.Migrations.History
{
    /// <inheritdoc />
    public partial class SuggestionsAnswered : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_from_model",
                table: "suggestions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "made_citation",
                table: "suggestions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "made_revision",
                table: "suggestions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "made_source",
                table: "suggestions",
                type: "integer",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_from_model",
                table: "suggestions");

            migrationBuilder.DropColumn(
                name: "made_citation",
                table: "suggestions");

            migrationBuilder.DropColumn(
                name: "made_revision",
                table: "suggestions");

            migrationBuilder.DropColumn(
                name: "made_source",
                table: "suggestions");
        }
    }
}
